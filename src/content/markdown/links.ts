/** Matches an address in a text: with its scheme, with www, or with an ending that Chinese sites have. */
const ADDRESS =
  /https?:\/\/[^\s\u0080-\uFFFF]+|(?<![\w@.-])(?:[a-z\d-]+\.)+(?:cn|com|net|org|gov|edu)(?![\w-])[^\s\u0080-\uFFFF]*/gi;

/** An address for comparison: without scheme, www and closing slash. */
const bareAddress = (address: string): string =>
  address
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .toLowerCase();

/** Returns true if each address that the text of a link names is where the link leads. */
export const isHonestLink = (text: string, href: string): boolean =>
  !/^https?:/i.test(href) ||
  (text.match(ADDRESS) ?? []).every((address) => {
    const [named, meant] = [bareAddress(address), bareAddress(href)];
    return named === meant || (!named.includes('/') && meant.startsWith(`${named}/`));
  });

/** Matches the user, which browsers hide, before the host of an address: `https://www.gov.cn@evil.example/`. */
const USER = /^https?:[/\\]*[^/\\?#]*@/i;

/** The problem of a link whose text is another address. */
export const dishonestLink = (text: string, href: string) => ({
  message: `链接的文字“${text}”是一个网址，却指向“${href}”`,
  help: '文字和网址写成一样，或文字写对方的名称',
});

/** Returns true for an absolute address of a scheme that a link may have, without a user; `javascript:` is none. */
export const isSafeLink = (href: string) =>
  /^(?:https?:\/\/|mailto:|tel:)/i.test(href) && !USER.test(href) && URL.canParse(href);
