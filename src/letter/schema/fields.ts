import { z } from 'astro/zod';
import { say } from '../../diagnostics.ts';

/** A field of words that may be empty. */
export const anyWords = (key: string, example: string) =>
  z.string({ error: say(`缺少 ${key}，或不是文字`, `写成 ${key}: ${example}`) });

/** A field of words. */
export const someWords = (key: string, example = '文字') =>
  anyWords(key, example).regex(/\S/, {
    error: say(`${key} 是空的`, `写成 ${key}: ${example}`),
  });

/** A group of fields that knows no others. */
export const fields = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? say(`没有名为 ${issue.keys.join('、')} 的项`, `只用 ${Object.keys(shape).join('、')}`)
        : say('缺少一组内容，或写法不对', `写上 ${Object.keys(shape).join('、')}`),
  });
