import { createHash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text in UTF-8, in hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Replaces maps and sets, which JSON would drop, by lists. */
const listed = (_: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...value] : value;

/**
 * Data as one text: equal data have equal texts. `replace` may return a text to stand for a part of the data,
 * or undefined.
 */
export const dataOf = (
  data: unknown,
  replace: (part: unknown) => string | undefined = () => undefined,
): string => JSON.stringify(data, (name, part) => replace(part) ?? listed(name, part));
