/**
 * Controls, zero-width, bidirectional and filling characters, and the mark of a lost one: none can be
 * read. Variation selectors can: they choose a character's form.
 */
export const HIDDEN =
  /(?![\t\n\r\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]/gu;

/** A text without what nobody can see; what only looks like a space stays one. */
export const stripHidden = (text: string): string => text.replaceAll(HIDDEN, '');

/** A text without what a reader cannot see: white space and hidden characters. */
export const visibleText = (text: string): string => stripHidden(text.replaceAll(/\s/gu, ''));
