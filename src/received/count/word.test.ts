import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { paragraph, run, wordPart, wordParts, type Related } from '../../../tests/support/word.ts';
import type { Occurrence } from './occurrence.ts';
import { OpenPackage } from './package.ts';
import { countWord } from './word.ts';
import { Unreadable } from '../unreadable.ts';

/** An occurrence in short: `正文 甲`, with its marks, and `重` if it repeats other words. */
const inShort = ({ in: place, words, marks, running, repeated }: Occurrence): string =>
  [place, words, ...marks, ...(running ? [] : ['beside']), ...(repeated ? ['重'] : [])].join(' ');

const countPackage = (parts: ReadonlyMap<string, Uint8Array>) => countWord(new OpenPackage(parts));

/** Returns the occurrences in a file with this body, without white space. */
const counted = (body: string, related: Related = {}): string[] =>
  countPackage(wordParts(body, related))
    .occurrences.filter(({ words, running }) => words.trim() !== '' || !running)
    .map(inShort);

const box = (words: string) => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`;
const drawn = (words: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData uri="shape"><wps:wsp><wps:txbx>${box(words)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const vml = (words: string) =>
  `<w:pict><v:oval><v:textbox>${box(words)}</v:textbox></v:oval></w:pict>`;
const either = (choice: string, fallback: string) =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
const graphic = (uri: string, inner: string) =>
  `<w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}">${inner}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
const field = (instruction: string, result?: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>${
    result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`
  }<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const inRun = (content: string) => `<w:r>${content}</w:r>`;
const section = (kind: 'header' | 'footer') =>
  `<w:sectPr><w:${kind}Reference r:id="${kind}.xml"/></w:sectPr>`;

const KINDS: [name: string, body: string, expected: string[], related?: Related][] = [
  ['running text', paragraph('甲'), ['正文 甲']],
  ['a table', `<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc></w:tr></w:tbl>`, ['正文 甲']],
  ['a link', paragraph(`<w:hyperlink r:id="x">${run('甲')}</w:hyperlink>`), ['正文 甲']],
  [
    'a content control',
    `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('甲')}</w:sdtContent></w:sdt>`,
    ['正文 甲'],
  ],
  [
    'elements that are drawn as a date or a number of a page',
    paragraph(run('截至') + inRun('<w:yearLong/>') + run('第') + inRun('<w:pgNum/>')),
    ['正文 截至', '域  beside', '正文 第', '域  beside'],
  ],
  ['text turned about', paragraph(`<w:bdo w:val="ltr">${run('甲')}</w:bdo>`), ['正文 甲']],
  [
    'a box of DrawingML, after its paragraph',
    paragraph(inRun(drawn('盒')) + run('甲')),
    ['正文 甲', '文本框 盒'],
  ],
  ['a box of VML', paragraph(inRun(vml('盒'))), ['文本框 盒']],
  [
    'a box and its repetition',
    paragraph(inRun(either(drawn('盒'), vml('盒')))),
    ['文本框 盒', '文本框 盒 重'],
  ],
  [
    'a box whose fallback is empty',
    paragraph(inRun(either(drawn('盒'), '<w:pict/>'))),
    ['文本框 盒'],
  ],
  [
    'a box whose fallback says something else',
    paragraph(inRun(either(drawn('盒'), vml('匣')))),
    ['文本框 盒', '文本框 匣'],
  ],
  [
    'the head of a table as WPS writes it',
    paragraph(
      inRun(
        `<mc:AlternateContent><mc:Choice Requires="wpsCustomData"><wpsCustomData:diagonals>${paragraph('乡镇')}</wpsCustomData:diagonals></mc:Choice></mc:AlternateContent>`,
      ),
    ),
    ['文本框 乡镇'],
  ],
  [
    'text of a shape in DrawingML',
    paragraph(
      inRun(
        `<w:drawing><a:graphicData uri="lockedCanvas"><a:t>形</a:t></a:graphicData></w:drawing>`,
      ),
    ),
    ['文本框 形'],
  ],
  [
    'words drawn as art',
    paragraph(inRun('<w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict>')),
    ['艺术字 机密 beside'],
  ],
  [
    'a chart',
    paragraph(inRun(graphic('chart', '<c:chart r:id="chart1.xml"/>'))),
    ['图表 标题 一季度 5 beside'],
    {
      'chart1.xml': [
        'chart',
        wordPart(
          'c:chartSpace',
          '<c:title><a:t>标题</a:t></c:title><c:f>Sheet1!$A$1</c:f><c:v>一季度</c:v><c:v>5</c:v>',
        ),
      ],
    },
  ],
  ['a chart without its part', paragraph(inRun(graphic('chart', ''))), ['图表  beside']],
  [
    'SmartArt',
    paragraph(inRun(graphic('diagram', '<dgm:relIds r:dm="data1.xml"/>'))),
    ['SmartArt 第一步 第二步 beside'],
    {
      'data1.xml': [
        'diagramData',
        wordPart(
          'dgm:dataModel',
          '<dgm:t><a:t>第一步</a:t></dgm:t><dgm:t><a:t>第二步</a:t></dgm:t>',
        ),
      ],
    },
  ],
  [
    'a symbol',
    paragraph(inRun('<w:sym w:font="Wingdings" w:char="F0FE"/>')),
    ['符号 Wingdings 字体的第 F0FE 号'],
  ],
  [
    'a letter in a symbol font',
    paragraph(run('甲R', '<w:rFonts w:ascii="Wingdings 2"/>')),
    ['正文 甲', '符号 Wingdings 2 字体的“R”'],
  ],
  ['figures in Symbol', paragraph(run('10', '<w:rFonts w:ascii="Symbol"/>')), ['正文 1', '正文 0']],
  ['a formula', paragraph('<m:oMath><m:r><m:t>1/3</m:t></m:r></m:oMath>'), ['公式 1/3 beside']],
  [
    'words over words, which are no pronunciation',
    paragraph(field('EQ \\o(\\s\\up 11(卫健),\\s\\do 4(教育))')),
    ['域 EQ \\o(\\s\\up 11(卫健),\\s\\do 4(教育))'],
  ],
  ['a result', paragraph(field('DATE', run('5月6日'))), ['域 5月6日 changing']],
  [
    'the result of a simple field',
    paragraph(`<w:fldSimple w:instr="DATE">${run('5月6日')}</w:fldSimple>`),
    ['域 5月6日 changing'],
  ],
  ['the words of a link as a field', paragraph(field('HYPERLINK "x"', run('甲'))), ['正文 甲']],
  [
    'words after a field without an end, which are no instruction',
    paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('甲')}`) + paragraph('乙'),
    ['域 甲', '域 乙'],
  ],
  ['a field without a result', paragraph(field('EQ \\o\\ac(○,1)')), ['域 EQ \\o\\ac(○,1)']],
  [
    'a field whose result is empty',
    paragraph(field('EQ \\o\\ac(○,1)', '')),
    ['域 EQ \\o\\ac(○,1)'],
  ],
  [
    'a simple field without a result',
    paragraph('<w:fldSimple w:instr="LISTNUM"/>'),
    ['域 LISTNUM'],
  ],
  [
    'fields that show nothing',
    paragraph(`${field('XE "甲"')}${field('PAGE')}${field('TOC', '')}`),
    [],
  ],
  [
    'a field in an instruction',
    paragraph(
      `${field(`IF ${'</w:instrText></w:r>'}${field('MERGEFIELD', run('甲'))}<w:r><w:instrText>`, run('乙'))}`,
    ),
    ['域 甲 unprinted', '域 乙'],
  ],
  [
    'a drop-down list',
    paragraph(
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    ['域 乙'],
  ],
  [
    'ruby',
    paragraph(
      inRun(`<w:ruby><w:rt>${run('hóng')}</w:rt><w:rubyBase>${run('洪')}</w:rubyBase></w:ruby>`),
    ),
    ['注音 hóng beside', '正文 洪'],
  ],
  [
    'what is inserted and deleted',
    paragraph(`<w:ins>${run('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>`),
    ['正文 甲 revised', '正文 乙 deleted'],
  ],
  [
    'what is moved',
    paragraph(`<w:moveFrom>${run('甲')}</w:moveFrom><w:moveTo>${run('甲')}</w:moveTo>`),
    ['正文 甲 deleted moved', '正文 甲 revised moved'],
  ],
  [
    'a revised format',
    paragraph(run('甲', '<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>')),
    ['正文 甲'],
  ],
  [
    'a row that is deleted',
    `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('甲')}</w:tc></w:tr></w:tbl>`,
    ['正文 甲 deleted'],
  ],
  [
    'a cell that is deleted',
    `<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>${paragraph('甲')}</w:tc></w:tr></w:tbl>`,
    ['正文 甲 revised'],
  ],
  [
    'a paragraph mark that is deleted',
    paragraph('甲', '<w:rPr><w:del/></w:rPr>'),
    ['正文 甲', '正文  revised beside'],
  ],
  [
    'what is hidden',
    paragraph(run('甲', '<w:vanish/>') + run('乙', '<w:vanish w:val="0"/>')),
    ['正文 甲 hidden', '正文 乙'],
  ],
  [
    'what is struck out',
    paragraph(run('甲', '<w:strike/>') + run('乙', '<w:dstrike w:val="1"/>')),
    ['正文 甲 struck', '正文 乙 struck'],
  ],
  [
    'what is raised',
    paragraph(run('2', '<w:vertAlign w:val="superscript"/>') + run('2', '<w:position w:val="6"/>')),
    ['正文 2 raised', '正文 2 raised'],
  ],
  [
    'what styles hide and strike',
    paragraph(run('甲', '<w:rStyle w:val="b"/>')) + paragraph('乙', '<w:pStyle w:val="c"/>'),
    ['正文 甲 hidden', '正文 乙 struck'],
    {
      'styles.xml': [
        'styles',
        wordPart(
          'w:styles',
          '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:rPr><w:dstrike/></w:rPr></w:style>',
        ),
      ],
    },
  ],
  [
    'a note',
    paragraph(run('甲') + inRun('<w:footnoteReference w:id="2"/>') + run('乙')),
    ['正文 甲', '脚注 注 beside', '正文 乙'],
    {
      'footnotes.xml': [
        'footnotes',
        wordPart(
          'w:footnotes',
          `<w:footnote w:type="separator" w:id="0">${paragraph('线')}</w:footnote><w:footnote w:id="2">${paragraph('注')}</w:footnote>`,
        ),
      ],
    },
  ],
  [
    'an endnote that nothing refers to',
    paragraph('甲'),
    ['正文 甲', '尾注 注 beside'],
    {
      'endnotes.xml': [
        'endnotes',
        wordPart('w:endnotes', `<w:endnote w:id="2">${paragraph('注')}</w:endnote>`),
      ],
    },
  ],
  [
    'a comment',
    paragraph(run('甲') + inRun('<w:commentReference w:id="0"/>')),
    ['正文 甲', '批注 待核 beside'],
    {
      'comments.xml': [
        'comments',
        wordPart('w:comments', `<w:comment w:id="0">${paragraph('待核')}</w:comment>`),
      ],
    },
  ],
  [
    'a header',
    paragraph('甲') + section('header'),
    ['正文 甲', '页眉 密级：乙 beside'],
    {
      'header.xml': ['header', wordPart('w:hdr', paragraph(run('密级') + run('：乙')))],
    },
  ],
  [
    'a footer with a number in a box',
    paragraph('甲') + section('footer'),
    ['正文 甲'],
    {
      'footer.xml': [
        'footer',
        wordPart(
          'w:ftr',
          paragraph(inRun(either(drawn('— 1 —'), vml('— 1 —'))) + run('第 1 页（共 2 页）')),
        ),
      ],
    },
  ],
  [
    'a header that no section shows',
    paragraph('甲'),
    ['正文 甲', '页眉 乙 beside'],
    {
      'header.xml': ['header', wordPart('w:hdr', paragraph('乙'))],
    },
  ],
  [
    'a file in the file',
    paragraph('甲') + '<w:altChunk r:id="a.html"/>',
    ['正文 甲', '嵌入的文件 乙 beside'],
    {
      'a.html': ['aFChunk', '<!DOCTYPE html><style>p{}</style><p>乙</p>'],
    },
  ],
  [
    'an object',
    paragraph(inRun('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>')),
    ['嵌入的对象  beside'],
  ],
  [
    'numbers of a list',
    paragraph('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
    ['自动编号 甲 beside', '正文 甲'],
    {
      'numbering.xml': [
        'numbering',
        wordPart(
          'w:numbering',
          '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>',
        ),
      ],
    },
  ],
  [
    'a list that shows no numbers',
    paragraph('甲', '<w:numPr><w:numId w:val="3"/></w:numPr>'),
    ['正文 甲'],
    {
      'numbering.xml': [
        'numbering',
        wordPart(
          'w:numbering',
          '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>',
        ),
      ],
    },
  ],
  [
    'building blocks',
    paragraph('甲'),
    ['正文 甲', '其他文字 块 unprinted beside'],
    {
      'glossary/document.xml': [
        'glossaryDocument',
        wordPart('w:glossaryDocument', paragraph('块')),
      ],
    },
  ],
  ['words where none belong', '<w:p><w:r>漏字</w:r></w:p>', ['其他文字 漏字 beside']],
  [
    'what has no words',
    `<w:tbl><w:tblPr/><w:tr><w:tblPrEx/><w:tc><w:p><w:permStart/><w:proofErr/><w:smartTag>${run('甲')}</w:smartTag><w:r><w:pict><v:line><v:stroke/><v:path/></v:line></w:pict><w:drawing><wp:anchor><wp:positionH><wp:posOffset>12</wp:posOffset></wp:positionH><a:graphic><a:graphicData uri="shape"><wps:wsp/></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r><w:permEnd/></w:p></w:tc></w:tr></w:tbl>`,
    ['正文 甲'],
  ],
];

for (const [name, body, expected, related] of KINDS)
  test(`counted: ${name}`, () => assert.deepEqual(counted(body, related), expected));

test('words are counted whatever the prefix, the quotes, the edition of the standard and the encoding', () => {
  const parts = wordParts(paragraph(run('甲', '<w:vanish w:val="1"/>')));
  const xml = new TextDecoder().decode(parts.get('word/document.xml'));
  const strict = xml.replace(
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  );
  const utf16 = Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
  for (const written of [
    xml.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0='),
    xml.replaceAll('"', "'"),
    strict,
    utf16,
  ]) {
    const bytes = typeof written === 'string' ? Buffer.from(written) : written;
    const { occurrences } = countPackage(new Map([...parts, ['word/document.xml', bytes]]));
    assert.deepEqual(occurrences.map(inShort), ['正文 甲 hidden']);
  }
});

test('a picture is a shape that names one; WPS writes an empty name into every shape', () => {
  const unlike = (attribute: string) =>
    countPackage(
      wordParts(paragraph(inRun(`<w:pict><v:line><v:imagedata ${attribute}/></v:line></w:pict>`))),
    ).unlike;
  assert.deepEqual(unlike('o:title=""'), []);
  assert.deepEqual(unlike('r:id="rId4" o:title=""'), ['图片']);
});

test('the main part is the one that the relationships name', () => {
  const elsewhere = wordParts(paragraph('甲'), {}, 'word/document2.xml');
  elsewhere.set(
    'word/document.xml',
    new TextEncoder().encode(wordPart('w:document', paragraph('乙'))),
  );
  assert.deepEqual(countPackage(elsewhere).occurrences.map(inShort), ['正文 甲']);
  const rels = new TextDecoder().decode(elsewhere.get('_rels/.rels'));
  elsewhere.set('_rels/.rels', new TextEncoder().encode(rels.replace('"word/', '"/word/')));
  assert.deepEqual(countPackage(elsewhere).occurrences.map(inShort), ['正文 甲']);
});

test('XML that swells, nests without end or is none is refused', () => {
  const refused = (main: string, reason: RegExp) =>
    assert.throws(
      () => countPackage(new Map([['word/document.xml', new TextEncoder().encode(main)]])),
      (error) => error instanceof Unreadable && reason.test(error.reason),
    );
  refused('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /DOCTYPE/);
  refused('<a>'.repeat(1000) + '</a>'.repeat(1000), /超过 500 层/);
  refused(`<a>${'<b/>'.repeat(600_000)}</a>`, /超过 200000 个/);
  refused(wordPart('w:p', '<w:fldChar w:fldCharType="begin"/>'.repeat(102)), /域.*超过 100 层/);
  refused(
    `<a ${Array.from({ length: 201 }, (_, at) => `b${at}=''`).join(' ')}/>`,
    /属性超过 200 个/,
  );
  refused(`<a>${`<b ${'c="" '.repeat(190)}/>`.repeat(3200)}</a>`, /属性超过 600000 个/);
  refused('<a xmlns:b="c">'.repeat(51) + '</a>'.repeat(51), /名称空间.*超过 50 层/);
  refused('words', /已损坏/);
});

test('the count knows nothing of the reader', () => {
  for (const file of readdirSync('src/received/count').filter((name) => !name.includes('.test.'))) {
    const source = readFileSync(`src/received/count/${file}`, 'utf8');
    for (const [, from = ''] of source.matchAll(/from '([^']+)'/g))
      assert.match(
        from,
        /^(?:\.\/[\w-]+\.ts|\.\.\/(?:limits|unreadable)\.ts|\.\.\/\.\.\/language\/.*|[a-z].*)$/,
        `${file}: ${from}`,
      );
    assert.doesNotMatch(source, /from '(?:@xmldom|mdast|remark|unified)/, file);
  }
});
