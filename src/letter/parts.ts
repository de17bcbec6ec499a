/** The parts of a letter in the order of GB/T 9704-2012, and the fragments at which they stand. */
export const PART_ORDER = [
  'doc',
  'title',
  'to',
  'body',
  'attachments',
  'sign',
  'date',
  'remarks',
  'cc',
  'contact',
] as const;

export type Part = (typeof PART_ORDER)[number];
