import { z } from 'astro/zod';
import type { Advice } from '../diagnostics.ts';
import { fieldWords, unwrapField, type FieldWords } from '../letter/schema/fields.ts';

/** A field of a schema: its words, and its own keys if it is a group. */
interface Field {
  words: FieldWords;
  keys?: string[];
}

/** The schema of a value, one step down the path of an issue. */
function childOf(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodTuple ? schema.def.items[Number(step)] : undefined;
}

/** The field at a path. A value in a list uses the list's words if it has none of its own, unless it is a group. */
function fieldAt(schema: z.core.$ZodType, path: PropertyKey[], list: FieldWords = {}): Field {
  const inner = [...unwrapField(schema)].at(-1)!;
  const own = fieldWords(schema);
  const isGroup = inner instanceof z.ZodObject;
  const words = isGroup ? own : { ...list, ...own };
  const [step, ...rest] = path;
  const child = step === undefined ? undefined : childOf(inner, step);
  if (child) return fieldAt(child, rest, typeof step === 'number' ? words : {});
  return isGroup ? { words, keys: Object.keys(inner.shape) } : { words };
}

/** The path without a key means the whole front matter. */
const WHOLE = '---';

/**
 * Explains an issue of zod's to a clerk, whatever its code. Rules of a single field have their own message
 * and help (`advice`); all other issues are about a value that is missing, empty or of the wrong shape.
 * `schema` is the schema of the parsing, which must have set `reportInput`.
 */
export function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType): Advice {
  if (issue.code === 'custom') {
    const { message, help } = (issue.params ?? {}) as Partial<Advice>;
    if (message !== undefined && help !== undefined) return { message, help };
  }
  const { words, keys } = fieldAt(schema, issue.path);
  const { label } = words;
  const key = issue.path.findLast((step) => typeof step === 'string') ?? WHOLE;
  const name = label ? `“${label}”（${key}）` : `${key} `;
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys.join('、');
    const known = keys?.join('、') ?? '';
    return label
      ? { message: `“${label}”里没有名为 ${unknown} 的项`, help: `删去，或改成其中之一：${known}` }
      : { message: `没有名为 ${unknown} 的项`, help: `只用 ${known}` };
  }
  const example = label && keys ? `（下面几行缩进两格，写 ${keys.join('、')}）` : words.example;
  const help = words.help ?? `写成 ${key}: ${example ?? '文字'}`;
  if (issue.code === 'invalid_format' && !/\S/.test(String(issue.input)))
    return { message: `${name}是空的`, help };
  if (words.wrong) return { message: words.wrong, help };
  if (issue.code === 'too_small' && issue.origin !== 'number')
    return label
      ? { message: `${name}一项也没有`, help }
      : { message: `${name}一条也没有`, help: words.helpIfEmpty ?? help };
  if (label)
    return { message: issue.input === undefined ? `缺少${name}` : `${name}的写法不对`, help };
  if (keys) return { message: '缺少一组内容，或写法不对', help: `写上 ${keys.join('、')}` };
  if (issue.code === 'invalid_format') return { message: `${name}的写法不对`, help };
  const isText = issue.code === 'invalid_type' && issue.expected === 'string';
  return { message: `缺少 ${key}，或${isText ? '不是文字' : '写法不对'}`, help };
}
