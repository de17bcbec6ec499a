/** The heading 下一步, which a letter may lack. */
export const NEXT_STEPS = 'next';
/** The heading above the editorial notes. */
export const NOTES = 'notes';

const PARAGRAPH = /^p(\d+)([a-z]?)$/;
const TABLE = /^t\d+$/;
const SECTION = /^s\d+(?:-\d+)?$/;
/** The name of a note, as in `[^date]`; its fragment is `n-date`. */
const NOTE_LABEL = /^[a-z][a-z0-9-]*$/;
const NOTE_PREFIX = 'n-';

/** `number` is 4, or 4a for a paragraph that a correction inserted after 4. */
export const paragraphId = (number: string): string => `p${number}`;

export const tableId = (number: number): string => `t${number}`;

/** `s2`, or `s2-1` within the section `s2`. `position` counts from 1 among the sections around it. */
export const sectionId = (position: number, parent?: string): string =>
  parent ? `${parent}-${position}` : `s${position}`;

export const noteId = (label: string): string => NOTE_PREFIX + label;

export const isNoteLabel = (label: string): boolean => NOTE_LABEL.test(label);

/** The number of a paragraph, as in `paragraphId`: 4a for `p4a`. */
export const paragraphNumber = (id: string): string => id.slice(1);

/** Returns true for `p4`: a paragraph that the letter had when it was published. */
export const isOriginalParagraph = (id: string): boolean => PARAGRAPH.exec(id)?.[2] === '';

/** Returns true for `p4a`: a paragraph that a correction inserted. */
export const isInsertedParagraph = (id: string): boolean => Boolean(PARAGRAPH.exec(id)?.[2]);

/** Returns true for `p4a` if `number` is 4. */
export const isInsertedAfter = (id: string, number: number): boolean =>
  isInsertedParagraph(id) && PARAGRAPH.exec(id)?.[1] === String(number);

export const isTableId = (id: string): boolean => TABLE.test(id);

/** Returns true for a numbered fragment of the body: a paragraph, a table or a section. */
export const isNumberedFragment = (id: string): boolean =>
  PARAGRAPH.test(id) || TABLE.test(id) || SECTION.test(id);

export const isNoteId = (id: string): boolean =>
  id.startsWith(NOTE_PREFIX) && isNoteLabel(id.slice(NOTE_PREFIX.length));

/** A numbered fragment in a reader's words: p3 is 第3段, t1 is 表1, s1 is 标题. */
export const fragmentLabel = (id: string): string =>
  PARAGRAPH.test(id) ? `第${paragraphNumber(id)}段` : TABLE.test(id) ? `表${id.slice(1)}` : '标题';
