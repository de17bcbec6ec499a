import { z } from 'astro/zod';
import { bodyText, type Body, type TextFragment } from './body.ts';
import { contactSchema } from './contact.ts';
import { copiesSchema } from './copies.ts';
import { dateSchema } from './schema/date.ts';
import { fieldWords, lines, list, statedOr, text } from './schema/fields.ts';
import { structureSchema } from './schema/structure.ts';

/** Layouts of a part that is printed in one or more lines; page and PDF can set any part in them. */
export type LineLayout = 'right-line' | 'flush-line' | 'indented-lines' | 'hanging-lines';
/** Layouts for a particular part; signature and date share theirs. */
export type OwnLayout = 'title' | 'body' | 'sign-off' | 'copies' | 'contact';
export type Layout = LineLayout | OwnLayout;

/** The source of a part's text: its fields, or the body. */
type PartSource<Fields extends z.ZodRawShape> = z.output<z.ZodObject<Fields>> &
  Pick<Body, 'opening' | 'sections' | 'closing'> & { titleSupplied: boolean };

interface PartEntry<Fields extends z.ZodRawShape> {
  /** The Chinese name, if the name of its first field does not fit. */
  label?: string;
  /** Its fields of the front matter, with label, example and guide. */
  fields: Fields;
  /** The keys that lead to the printed value in the front matter, if that is not the first field. */
  path?: string[];
  /** Its text: the lines, or the fragments of the body; empty if a letter lacks the part. */
  text: (letter: PartSource<Fields>) => string[] | TextFragment[];
  layout: Layout;
}

const part = <Fields extends z.ZodRawShape>(entry: PartEntry<Fields>): PartEntry<Fields> => entry;

/**
 * The printed parts of a letter, in the order of GB/T 9704-2012, by their fragments. An entry here is
 * all that a part needs: front matter, `order`, proof, ledger, text forms, search, page, PDF and the
 * table in content/README.md follow from it. `npm run add` recognises it by a row in
 * src/intake/classify/part-rules.ts.
 */
export const PARTS = {
  /** The bureau's class of its reply, A to D or 甲 to 丁; never inferred. */
  category: part({
    fields: {
      category: text({
        label: '办理类别',
        example: 'A类',
        guide: '标题上方或下方写明的办理类别，整行照原文，如 `A类`、`类别：B`；没有写的，不要补',
      }).optional(),
    },
    text: ({ category }) => (category === undefined ? [] : [category]),
    layout: 'right-line',
  }),
  doc: part({
    fields: {
      docNumber: text({
        label: '发文字号',
        example: '某政发〔2031〕5号',
        guide: '单独成行的发文字号，照原文',
      }).optional(),
    },
    text: ({ docNumber }) => (docNumber === undefined ? [] : [docNumber]),
    layout: 'right-line',
  }),
  title: part({
    fields: {
      /** The title as printed, split at the places where a line may end by sense. */
      title: z.preprocess(
        (value) => (typeof value === 'string' ? [value] : value),
        list(text(), {
          label: '标题',
          example: '对……建议的答复',
          guide:
            "标题。长标题写成 `[前半, 后半]`，网页在这里换行。原文没有标题的，拟一个放在方括号和引号里：`'[对第8号建议的答复]'`，网页标明编者所加",
        }),
      ),
    },
    text: ({ title, titleSupplied }) => (titleSupplied ? [] : [title.join('')]),
    layout: 'title',
  }),
  to: part({
    fields: {
      salutation: statedOr(
        text({ label: '称呼', example: '应成钊等代表们：', guide: '称呼，照原文，带冒号' }),
      ),
    },
    text: ({ salutation }) => (salutation === null ? [] : [salutation]),
    layout: 'flush-line',
  }),
  body: part({
    label: '正文',
    fields: { parts: structureSchema },
    text: bodyText,
    layout: 'body',
  }),
  attachments: part({
    fields: {
      attachments: lines({
        label: '附件',
        example: '附件：1. 某某表',
        guide: '“附件”各行，照原文',
      }).optional(),
    },
    text: ({ attachments = [] }) => attachments,
    layout: 'hanging-lines',
  }),
  sign: part({
    fields: {
      signatories: statedOr(
        list(text(), {
          label: '署名',
          example: '[某某局]',
          guide:
            '署名单位，每个一项。在“关于本站”页上，单位的位置就是它的名称；想要短的，先在 `content/site.yaml` 的 `bureaus` 里登记',
        }),
      ).transform((names) => names ?? []),
      /** The lines of the signature, if they contain more than one name each. */
      signature: lines({
        label: '署名的原行',
        example: '甲局、乙局',
        guide: '署名行除了名称还有别的字（如顿号、“（盖章）”），照原行再抄一遍',
      }).optional(),
    },
    text: ({ signatories, signature = signatories }) => signature,
    layout: 'sign-off',
  }),
  date: part({
    fields: { date: statedOr(dateSchema) },
    path: ['date', 'printed'],
    text: ({ date }) => (date === null ? [] : [date.printed]),
    layout: 'sign-off',
  }),
  remarks: part({
    fields: {
      remarks: lines({
        label: '附注',
        example: '（此件公开发布）',
        guide: '日期下面的附注，如“（此件公开发布）”，每行一条',
      }).optional(),
    },
    text: ({ remarks = [] }) => remarks,
    layout: 'indented-lines',
  }),
  /** An attachment itself, below the signature; `attachments` names it above. */
  annex: part({
    fields: {
      annex: lines({
        label: '附件正文',
        example: '附件1',
        guide: '署名下面的附件本身，每行一条，照原文；署名上面写的附件名称是 `attachments`',
      }).optional(),
    },
    text: ({ annex = [] }) => annex,
    layout: 'indented-lines',
  }),
  cc: part({
    fields: { copies: copiesSchema.optional() },
    path: ['copies', 'printed'],
    text: ({ copies }) => (copies ? [copies.printed] : []),
    layout: 'copies',
  }),
  contact: part({
    fields: { contact: contactSchema.optional() },
    path: ['contact', 'lines'],
    text: ({ contact }) => contact?.lines ?? [],
    layout: 'contact',
  }),
};

/** A printed part, named by its fragment. */
export type Part = keyof typeof PARTS;

/** The parts in the order of GB/T 9704-2012. */
export const PART_ORDER = Object.keys(PARTS) as Part[];

export const isPart = (fragment: string): fragment is Part => Object.hasOwn(PARTS, fragment);

type Intersection<Union> = (Union extends unknown ? (member: Union) => void : never) extends (
  member: infer All,
) => void
  ? All
  : never;

/** The fields of all parts, for the schema of the front matter. */
export const PART_FIELDS = Object.assign(
  {},
  ...PART_ORDER.map((part) => PARTS[part].fields),
) as Intersection<(typeof PARTS)[Part]['fields']>;

/** The Chinese name of a part. */
export const partLabel = (part: Part): string => {
  const { label, fields } = PARTS[part];
  return label ?? Object.values<z.ZodType>(fields).map(fieldWords)[0]?.label ?? part;
};

/** The path of a part's printed value in the front matter. */
export const partPath = (part: Part): string[] => {
  const { path, fields } = PARTS[part];
  return path ?? Object.keys(fields).slice(0, 1);
};

/** Returns true for a part that is set in lines as they are printed. */
export const isLineLayout = (layout: Layout): layout is LineLayout => /-lines?$/.test(layout);

/** The parts as they are set: adjacent signature and date form a group. */
export function groupSignOffs(parts: Part[]): [Part, ...Part[]][] {
  const groups: [Part, ...Part[]][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && [part, last[0]].every((one) => PARTS[one].layout === 'sign-off')) last.push(part);
    else groups.push([part]);
  }
  return groups;
}
