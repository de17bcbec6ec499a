/** Schemes that a link may have; everything else, javascript: above all, is refused. */
export const isSafeLink = (href: string) =>
  /^(?:https?:\/\/|mailto:|tel:)/i.test(href) && URL.canParse(href);
