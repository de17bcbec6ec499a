/**
 * Makes the box of a wide table a stop of the keyboard while it scrolls, and only then. A classic script without
 * imports, so that it can be inlined unchanged.
 */
(() => {
  const update = () =>
    document.querySelectorAll<HTMLElement>('.table').forEach((box) => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    });
  // After a click the text may be larger.
  for (const event of ['resize', 'click']) addEventListener(event, update);
  update();
})();
