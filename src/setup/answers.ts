import type { z } from 'astro/zod';
import { parseDocument } from 'yaml';
import { explainIssue } from '../content/explain.ts';
import { readYaml } from '../content/front-matter.ts';
import { siteSchema } from '../content/site-schema.ts';
import { Refusal } from '../refusal.ts';

/** A question to a new publisher. The flag of the command line has the same name as the field of `site.yaml`. */
export interface Question {
  field: keyof typeof siteSchema.shape;
  words: string;
  example: string;
  /**
   * The value of the field, from words with single spaces between them. It is valid only if the schema accepts it.
   */
  read: (line: string) => unknown;
  /** The value for an empty line, if the field may be empty. */
  empty?: unknown;
}

const wordsOf = (line: string): string[] => line.trim().split(' ');

/** Reads `浙江省 宁波市 慈溪市 0574`: the place after those that contain it, and its area code. */
function readPlace(line: string): unknown {
  const areas = wordsOf(line);
  const areaCode = areas.pop();
  const city = areas.pop();
  const [province, prefecture, ...others] = areas;
  // More than three areas are no place; the schema refuses them.
  if (others.length > 0) return {};
  return { city, ...(prefecture && { prefecture }), ...(province && { province }), areaCode };
}

/** Reads `某某市某某局 机关`: a name and a kind. */
function readPublisher(line: string): unknown {
  const [, name, kind] = /^(.*\S)\s+(\S+)$/.exec(line) ?? [];
  return { name, kind };
}

/**
 * Reads `jxj 某某市经济和信息化局，jyj 某某市教育局`: ids and names. Only a bureau whose id is fit for an address has
 * a page of its own; the schema refuses a bureau without id.
 */
const readBureaus = (line: string): unknown =>
  line
    .split(/[，,、；;]/)
    .map(wordsOf)
    .map(([id = '', ...name]) => ({
      ...(/^[a-z][\da-z-]*$/.test(id) && { id }),
      name: name.join(''),
    }));

/** What only the publisher of a site knows, in the order in which it is asked. */
export const QUESTIONS: Question[] = [
  { field: 'name', words: '网站名称', example: '某某市建议答复公开', read: (line) => line },
  {
    field: 'place',
    words: '地区（由大到小）和电话区号',
    example: '浙江省 宁波市 慈溪市 0574',
    read: readPlace,
  },
  {
    field: 'publisher',
    words: '主办者（谁对网站负责），是“机关”还是“其他”',
    example: '某某市某某局 机关',
    read: readPublisher,
  },
  {
    field: 'contact',
    words: '读者怎样联系主办者',
    example: '电话 0574-00000000',
    read: (line) => line,
  },
  {
    field: 'bureaus',
    words: '答复单位，前面写网址里用的英文名；现在不知道的，可以不写',
    example: 'jxj 某某市经济和信息化局，jyj 某某市教育局',
    read: readBureaus,
    empty: [],
  },
];

/** The answers by the fields of `site.yaml`. */
export type Answers = Map<Question['field'], unknown>;

/** Reads the answer to a question. Throws a Refusal that names what is wrong and an example. */
export function readAnswer(
  { field, words, example, read, empty }: Question,
  answer: string,
): unknown {
  const line = answer.trim().replaceAll(/\s+/g, ' ');
  if (line === '' && empty !== undefined) return empty;
  const value = read(line);
  const schema: z.ZodType = siteSchema.pick({ [field]: true } as Record<typeof field, true>);
  const result = schema.safeParse({ [field]: value }, { reportInput: true });
  const [issue] = result.error?.issues ?? [];
  if (!issue) return value;
  throw new Refusal(
    `${words}：${explainIssue(issue, schema).message}。改法：写成 --${field} "${example}" 的样子`,
  );
}

/** The text of `site.yaml` with these answers, made from that of the example. Throws a Refusal. */
export function writeSite(example: string, answers: Answers, file: string): string {
  const former = readYaml(example, siteSchema, file, 1);
  if (former.diagnostics.length > 0) throw new Refusal(former.diagnostics);
  const document = parseDocument(example);
  for (const [field, value] of answers)
    document.set(field, document.createNode(value, { flow: field === 'publisher' }));
  const text = document.toString({ flowCollectionPadding: false, lineWidth: 0 });
  const { diagnostics } = readYaml(text, siteSchema, file, 1);
  if (diagnostics.length > 0) throw new Refusal(diagnostics);
  return text;
}
