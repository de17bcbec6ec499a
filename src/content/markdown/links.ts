/** Returns true for an absolute address of a scheme that a link may have; `javascript:` is none. */
export const isSafeLink = (href: string) =>
  /^(?:https?:\/\/|mailto:|tel:)/i.test(href) && URL.canParse(href);
