/**
 * Matches characters that no reader can see: control, zero-width, bidirectional and filling
 * characters, the object replacement and the replacement character, the blank pattern of Braille, and
 * code points that are no characters: surrogates without their other half and the noncharacters of
 * Unicode 23.7. Variation selectors, which choose a form, are not hidden.
 */
export const HIDDEN =
  /(?![\t\n\r\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\uFFFC\uFFFD]/gu;

/** Matches characters that XML 1.0 cannot contain, not even escaped (production 2, Char). All of them are hidden too. */
export const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Removes hidden characters. White space stays. */
export const stripHidden = (text: string): string => text.replaceAll(HIDDEN, '');

/** Removes white space and hidden characters. */
export const visibleText = (text: string): string => stripHidden(text.replaceAll(/\s/gu, ''));
