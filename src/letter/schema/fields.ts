import { z } from 'astro/zod';
import type { Advice } from '../../diagnostics.ts';

/** The words in which messages speak of a field. Its key is not among them: the path of an issue has it. */
export interface FieldWords {
  /** The field's Chinese name. A field without a label is named by its key. */
  label?: string;
  /** A value as a clerk writes it after the key. */
  example?: string;
  /** The message about a value that is missing or has the wrong shape, if the usual message does not fit. */
  wrong?: string;
  /** The help for that message, if an example does not explain enough. */
  help?: string;
  /** The help for a list without items. */
  helpIfEmpty?: string;
  /** The explanation of the field in the table of content/README.md; without it, the table has no row. */
  guide?: string;
}

const FIELD_WORDS = z.registry<FieldWords>();

function field<T extends z.ZodType>(schema: T, words: FieldWords): T {
  FIELD_WORDS.add<z.ZodType>(schema, words);
  return schema;
}

/** A schema and its inner schemas, if it is optional, nullable, has a default or transforms its value. */
export function* unwrapField(schema: z.core.$ZodType): Generator<z.core.$ZodType> {
  yield schema;
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    yield* unwrapField(schema.unwrap());
  else if (schema instanceof z.ZodPipe)
    yield* unwrapField(schema.out instanceof z.ZodTransform ? schema.in : schema.out);
}

/** The words of a field. */
export const fieldWords = (schema: z.core.$ZodType): FieldWords =>
  [...unwrapField(schema)].flatMap((layer) => FIELD_WORDS.get(layer) ?? [])[0] ?? {};

/** The parameters of a rule of one field, such as `text().refine(isMoment, advice('…', '…'))`. */
export const advice = (message: string, help: string): { params: Advice } => ({
  params: { message, help },
});

/** Text that may be empty. */
export const anyText = (words: FieldWords = {}) => field(z.string(), words);

/** Text. */
export const text = (words: FieldWords = {}) => field(z.string().regex(/\S/), words);

/** A whole number, at least `least`. */
export const count = (words: FieldWords, least = 0, most = Number.MAX_SAFE_INTEGER) =>
  field(z.int().min(least).max(most), words);

/** `true` or `false`. */
export const yesNo = (label: string) => field(z.boolean(), { label, example: 'true 或 false' });

/** One of a few values. */
export const choice = <const T extends readonly (string | true)[]>(values: T, words: FieldWords) =>
  field(z.literal(values), words);

/** A list that may be empty. Items without words of their own use the list's. */
export const anyList = <T extends z.ZodType>(item: T, words: FieldWords) =>
  field(z.array(item), words);

/** A list of one item or more. */
export const list = <T extends z.ZodType>(item: T, words: FieldWords) =>
  field(z.array(item).min(1), words);

/** Lines of text, each an item of a list; the example is a line. */
export const lines = ({ example = '文字', ...words }: FieldWords) =>
  list(text({ example: `- ${example}` }), { ...words, example: '（下面每行一条，以 - 开头）' });

/** Two texts. */
export const pair = (words: FieldWords) => field(z.tuple([z.string(), z.string()]), words);

/** A group of fields; others are refused. */
export const group = <T extends z.ZodRawShape>(shape: T, words: FieldWords = {}) =>
  field(z.strictObject(shape), words);

/** The value for a fact that the letter does not have. An absence must be stated, so that it is no oversight. */
export const NONE = '无';

/** A fact that the letter may lack: the clerk writes 无, and the value is null. */
export const statedOr = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === NONE ? null : (value ?? undefined)), schema.nullable());
