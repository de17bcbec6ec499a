import { z } from 'astro/zod';
import { say } from '../../diagnostics.ts';

type Issue = { input?: unknown };
export const name = (label: string, key: string) => `“${label}”（${key}）`;
/** The error of a field: what a missing or misshapen value is called, and how to write it. */
export const expects = (label: string, key: string, example: string) => (issue: Issue) =>
  say(
    issue.input === undefined ? `缺少${name(label, key)}` : `${name(label, key)}的写法不对`,
    `写成 ${key}: ${example}`,
  );

/** Words, as they stand in the letter or as we write them. */
export const words = (label: string, key: string, example: string) =>
  z
    .string({ error: expects(label, key, example) })
    .regex(/\S/, { error: say(`${name(label, key)}是空的`, `写成 ${key}: ${example}`) });
export const count = (label: string, key: string, example: string) =>
  z.int({ error: expects(label, key, example) }).min(0, { error: expects(label, key, example) });
/** One or more of them. */
export const list = <T extends z.ZodType>(item: T, label: string, key: string, example: string) =>
  z
    .array(item, { error: expects(label, key, example) })
    .min(1, { error: say(`${name(label, key)}一项也没有`, `写成 ${key}: ${example}`) });
export const yesNo = (label: string, key: string) =>
  z.boolean({ error: expects(label, key, 'true 或 false') });
/** A group of fields that knows no others. */
export const group = <T extends z.ZodRawShape>(shape: T, label: string, key: string) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys')
        return say(
          `“${label}”里没有名为 ${issue.keys.join('、')} 的项`,
          `删去，或改成其中之一：${Object.keys(shape).join('、')}`,
        );
      return expects(
        label,
        key,
        `（下面几行缩进两格，写 ${Object.keys(shape).join('、')}）`,
      )(issue);
    },
  });

/** What a clerk writes where the letter has no such thing: an absence is stated, never a slip. */
export const NONE = '无';

/** A fact that the letter may lack: then the clerk writes 无, and the value is null. */
export const statedOr = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === NONE ? null : (value ?? undefined)), schema.nullable());
