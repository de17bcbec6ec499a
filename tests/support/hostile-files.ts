import { paragraph, run, wordPart, wordParts, type Related } from './word.ts';
import { zip } from './zip.ts';

/** A letter without a fault, to which what is hostile is added. */
const LETTER = [
  '关于市八届人大二次会议第12号建议的答复',
  '王甲代表：',
  '您提出的《关于加强村卫生室建设的建议》（第12号）收悉，现答复如下：',
  '一、加大投入。今年新增30个点位。',
  '清江市卫生健康局',
  '2024年5月6日',
];
const words = LETTER.map((line) => paragraph(line)).join('');

const word = (body: string, related: Related = {}) => zip(wordParts(words + body, related));
const text = (...lines: string[]) => Buffer.from([...LETTER.slice(0, 4), ...lines].join('\n'));
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');
const styles = (content: string): Related => ({
  'styles.xml': ['styles', wordPart('w:styles', content)],
});
const cell = (properties: string) =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph('甲')}</w:tc>`;
const field = (instruction: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>`;

/** A Word file with many comments or footnotes, all at one place. */
const noted = (kind: 'comment' | 'footnote') =>
  word(`<w:p>${many(15_000, (at) => `<w:${kind}Reference w:id="${at}"/>`)}</w:p>`, {
    'notes.xml': [
      `${kind}s`,
      wordPart(
        `w:${kind}s`,
        many(15_000, (at) => `<w:${kind} w:id="${at}">${paragraph('甲')}</w:${kind}>`),
      ),
    ],
  });

/** Received files, by name, that would keep a careless reader busy for minutes, or exhaust its memory or stack. */
export const HOSTILE_FILES: Record<string, () => Buffer> = {
  'empty-paragraphs.docx': () => word('<w:p/>'.repeat(1_000_000)),
  'empty-runs.docx': () => word(`<w:p>${'<w:r/>'.repeat(190_000)}</w:p>`),
  'wide-cell.docx': () =>
    word(`<w:tbl><w:tr>${cell('<w:gridSpan w:val="900000000"/>')}</w:tr></w:tbl>`),
  'wide-cells.docx': () =>
    word(
      `<w:tbl>${`<w:tr>${cell('<w:gridSpan w:val="63"/>').repeat(30)}</w:tr>`.repeat(400)}</w:tbl>`,
    ),
  'merged-cells.docx': () =>
    word(`<w:tbl>${`<w:tr>${cell('<w:vMerge/>').repeat(60)}</w:tr>`.repeat(200)}</w:tbl>`),
  'nested-tables.docx': () =>
    word(`${'<w:tbl><w:tr><w:tc>'.repeat(160)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(160)}`),
  'deep.docx': () => word('<w:smartTag>'.repeat(100_000)),
  'open-fields.docx': () => word(`<w:p>${field('EQ ').repeat(40_000)}</w:p>`),
  'fields.docx': () =>
    word(
      `<w:p>${`${field(`EQ \\o(${'('.repeat(2000)}`)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`.repeat(90)}</w:p>`,
    ),
  'styles-in-a-chain.docx': () =>
    word(
      many(4900, (at) => paragraph(run('甲', `<w:rStyle w:val="s${19_999 - (at % 10)}"/>`))),
      styles(
        many(
          20_000,
          (at) => `<w:style w:styleId="s${at}"><w:basedOn w:val="s${at - 1}"/></w:style>`,
        ),
      ),
    ),
  'lists.docx': () =>
    word('', {
      'numbering.xml': [
        'numbering',
        wordPart(
          'w:numbering',
          many(30_000, (at) => `<w:num w:numId="${at}"><w:abstractNumId w:val="0"/></w:num>`) +
            '<w:abstractNum w:abstractNumId="0"/>'.repeat(30_000),
        ),
      ],
    }),
  'comments.docx': () => noted('comment'),
  'deleted-words.docx': () =>
    word(
      many(20_000, (at) => `<w:p><w:del><w:r><w:delText>甲${at}</w:delText></w:r></w:del></w:p>`),
    ),
  'hidden-words.docx': () =>
    word(
      many(2000, (at) => paragraph(many(9, (of) => run(`甲${at}`, of % 2 ? '<w:vanish/>' : '')))),
    ),
  'alternatives.docx': () =>
    word(
      `<w:p>${'<mc:AlternateContent><mc:Choice Requires="a"><w:r><w:t>甲</w:t></w:r></mc:Choice><mc:Fallback>'.repeat(80)}${'</mc:Fallback></mc:AlternateContent>'.repeat(80)}</w:p>`,
    ),
  'charts.docx': () =>
    word(
      `<w:p>${many(10_000, (at) => `<w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="c${at}"/></a:graphicData></w:drawing>`)}</w:p>`,
      Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`c${at}`, ['chart', '<a/>']])),
    ),
  'relationships.docx': () =>
    zip(
      new Map([
        ...wordParts(
          `${words}<w:sectPr>${many(60_000, (at) => `<w:headerReference r:id="r${at}"/>`)}</w:sectPr>`,
        ),
        [
          'word/_rels/document.xml.rels',
          Buffer.from(
            `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${many(60_000, (at) => `<Relationship Id="r${at}" Type="x/header" Target="h${at}.xml"/>`)}</Relationships>`,
          ),
        ],
      ]),
    ),
  'attributes.docx': () => word(`<w:p ${many(150_000, (at) => `a${at}="" `)}/>`),
  'attributes-of-many.docx': () =>
    word(many(9000, () => `<w:p ${many(190, (at) => `a${at}="" `)}/>`)),
  'namespaces.docx': () =>
    word(
      many(400, (at) => `<w:smartTag xmlns:a${at}="u">`) +
        '<w:p/>'.repeat(60_000) +
        '</w:smartTag>'.repeat(400),
    ),
  'web-page.docx': () =>
    word('<w:altChunk r:id="a.html"/>', { 'a.html': ['aFChunk', '<div>'.repeat(150_000)] }),
  'header.docx': () =>
    word('', { 'h.xml': ['header', wordPart('w:hdr', paragraph('甲').repeat(30_000))] }),
  'long-headers.docx': () =>
    word('', {
      'h.xml': ['header', wordPart('w:hdr', paragraph('a'.repeat(19_000_000)))],
      'f.xml': ['footer', wordPart('w:ftr', paragraph('a b'.repeat(6_000_000)))],
    }),
  'swollen.docx': () => zip(new Map([...wordParts(words), ['a.bin', Buffer.alloc(100_000_000)]])),
  'parts.docx': () =>
    zip(
      new Map([
        ...wordParts(words),
        ...Array.from({ length: 3000 }, (_, at) => [`${at}.xml`, Buffer.from('<a/>')] as const),
      ]),
    ),
  'entities.docx': () =>
    zip(
      new Map([
        ...wordParts(words),
        [
          'word/document.xml',
          Buffer.from(
            `<!DOCTYPE a [<!ENTITY a0 "a">${many(30, (at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`)}]><a>&a30;</a>`,
          ),
        ],
      ]),
    ),
  'notes.docx': () => noted('footnote'),
  'rows.docx': () =>
    word(
      `<w:tbl>${`<w:tr>${`<w:tc>${paragraph('甲')}</w:tc>`.repeat(4)}</w:tr>`.repeat(4900)}</w:tbl>`,
    ),
  'authors.docx': () =>
    word('', { 'a.xml': ['core-properties', `<a>${'<creator '.repeat(150_000)}`] }),
  'instructions.docx': () =>
    word(
      `<w:p>${field(`EQ \\o(${','.repeat(150_000)}`)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ),
  'another-text.docx': () =>
    word(
      paragraph(field('QUOTE') + run('甲乙'.repeat(4900))) +
        paragraph(run('乙甲'.repeat(4900))).repeat(15),
    ),
  'ampersands.md': () => text(...Array.from({ length: 20 }, () => '&'.repeat(9900))),
  'backslashes.md': () => text(...Array.from({ length: 20 }, () => '\\'.repeat(9900))),
  'mail-addresses.md': () => text(...Array.from({ length: 20 }, () => 'a@b.'.repeat(2400))),
  'parentheses.md': () => text(...Array.from({ length: 20 }, () => `[甲](${'('.repeat(9900)}`)),
  'rows.md': () => text('| 甲 | 乙 |', '| - | - |', ...Array.from({ length: 4900 }, () => '甲')),
  'items.md': () => text('', ...Array.from({ length: 4900 }, () => '  - 甲')),
  'quotations.md': () => text('>'.repeat(100_000)),
  'quotations-and-blanks.md': () => text('> '.repeat(4000)),
  'tags.md': () => text('<div>'.repeat(20_000)),
  'brackets.md': () => text('['.repeat(100_000)),
  'blanks.md': () => text(' '.repeat(100_000)),
  'lists-in-lists.md': () => text('- '.repeat(5000)),
  'bars.md': () => text('|'.repeat(9000), '|-'.repeat(4500)),
  'tables.md': () => text(...Array.from({ length: 400 }, () => '|甲'.repeat(200))),
  'cells.md': () =>
    text(
      '',
      '|甲'.repeat(10),
      '|-'.repeat(10),
      ...Array.from({ length: 970 }, () => '|甲'.repeat(10)),
    ),
  'more-cells.md': () =>
    text(
      '',
      '|甲'.repeat(3000),
      '|-'.repeat(3000),
      ...Array.from({ length: 20 }, () => '|甲'.repeat(3000)),
    ),
  'notes.md': () =>
    text(
      ...Array.from({ length: 490 }, (_, at) => `甲[^${at}]`),
      ...Array.from({ length: 490 }, (_, at) => `\n[^${at}]: 甲`),
    ),
  'definitions.md': () =>
    text(
      ...Array.from({ length: 490 }, (_, at) => `[甲${at}]`),
      '',
      ...Array.from({ length: 490 }, (_, at) => `[甲${at}]: a${at}`),
    ),
  'backticks.md': () => text(many(43, (at) => `${'`'.repeat(at + 1)}甲`)),
  'open-tags.md': () =>
    text(
      '',
      ...Array.from({ length: 190 }, () => '<div hidden>'.repeat(5)),
      '',
      '甲\n'.repeat(4500),
    ),
  'attributes.md': () =>
    text('', ...Array.from({ length: 19 }, () => `<p ${many(1100, (at) => `甲${at}="甲"`)}>`)),
  'stars.md': () => text('*甲'.repeat(50_000)),
  'long-line.txt': () => text('甲'.repeat(3_400_000)),
  'dates.txt': () => text(...Array.from({ length: 4900 }, () => '二零二六年零六月零八日')),
  'stars.txt': () => text(...Array.from({ length: 4900 }, () => '抓*重点*、补*短板*')),
  'quotations.txt': () => text('>'.repeat(100_000)),
  'tags.txt': () => text('<div>'.repeat(20_000)),
  'blanks.txt': () => text(`第901${' '.repeat(100_000)}号`),
  'blanks-in-lines.txt': () => text(...Array.from({ length: 4000 }, () => `第${' '.repeat(40)}`)),
  'visitors.txt': () => text('您是第'.repeat(60_000)),
  'remarks.txt': () => text('（公开'.repeat(60_000)),
  'digits.txt': () => text(...Array.from({ length: 20 }, () => '1'.repeat(9900))),
  'marks-without-partners.txt': () =>
    text(...Array.from({ length: 20 }, () => '（“《'.repeat(3300))),
  'ordinals.txt': () => text(...Array.from({ length: 4900 }, (_, at) => `一、甲${at}`)),
  'attachments.txt': () => text(...Array.from({ length: 4900 }, (_, at) => `附件${at}：甲`)),
  'signatures.txt': () => text(...Array.from({ length: 4900 }, () => '清江市水利局')),
  'names.txt': () => text(...Array.from({ length: 4900 }, () => '王甲、赵乙、钱丙、')),
  'addresses.txt': () => text('www.a.'.repeat(1600), 'a@'.repeat(4900), 'https://'.repeat(1200)),
  'bars.txt': () => text(...Array.from({ length: 20 }, () => '|'.repeat(9900))),
  'tabs.txt': () => text(...Array.from({ length: 300 }, () => '甲\t'.repeat(300))),
  'one-character.txt': () => text(...Array.from({ length: 19 }, () => '的'.repeat(9900))),
};
