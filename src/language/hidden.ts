/**
 * Matches characters that no reader can see: control, zero-width, bidirectional and filling
 * characters, and the replacement character. Variation selectors, which choose a form, are not hidden.
 */
export const HIDDEN =
  /(?![\t\n\r\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]/gu;

/** Removes hidden characters. White space stays. */
export const stripHidden = (text: string): string => text.replaceAll(HIDDEN, '');

/** Removes white space and hidden characters. */
export const visibleText = (text: string): string => stripHidden(text.replaceAll(/\s/gu, ''));
