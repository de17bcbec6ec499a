/**
 * 大字, on every page: a button in the bar that holds this script. The choice is remembered on the device if it
 * allows that. A classic script without imports, so that it can be inlined unchanged.
 */
(() => {
  const root = document.documentElement;
  const button = document.createElement('button');
  let store: Partial<Storage> = {};
  try {
    store = localStorage;
  } catch {}
  const setBig = (on: boolean) => {
    root.classList.toggle('big', on);
    button.setAttribute('aria-pressed', `${on}`);
    store['big'] = on ? 1 : '';
  };
  button.textContent = '大字';
  button.onclick = () => setBig(!root.classList.contains('big'));
  document.currentScript!.before(button);
  setBig(Boolean(store['big']));
})();
