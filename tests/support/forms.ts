import { writeLetter } from '../../src/intake/write.ts';
import { addLetter } from '../../src/intake/add.ts';
import { NOW } from './received.ts';

/** A composed letter: the text as received, and changes of the edition that `npm run add` makes of it. */
interface Form {
  number: string;
  received: string;
  change?: (edition: string) => string;
}

const heading = (number: string, kind = '建议的答复') =>
  `对市十七届人大四次会议第${number}号${kind}`;
const DATED = '慈溪市交通样例局\n2020年5月8日\n';
const SENTENCES = [
  '全市现有公交线路52条，其中城乡线路31条，日均客运量12.6万人次，同比增长3.5%；',
  '我们逐条走访沿线的村（社区）和企业，把“最后一公里”排出清单，按月通报、限期销号。',
  '对大桥南岸的停车问题，已建成停车位3500个，其中无障碍车位70个；开通旅游专线2条。',
  '截至2019年底，累计投入2044.06亿元，新增171.15亿元，同比上升9.14%，惠及1700多家企业。',
  '文件依据是《慈溪市综合交通“十三五”规划》（慈政办发〔2019〕37号）——由市交通样例局牵头。',
];
/** A paragraph of so many sentences, each with figures. */
const paragraph = (sentences: number, from = 0): string =>
  Array.from({ length: sentences }, (_, at) => SENTENCES[(at + from) % SENTENCES.length]).join('');
const row = (...cells: string[]) => cells.join('\t');

/**
 * Sets notes after the first sentences of the paragraphs of an edition, one a paragraph. The first note has a
 * second place, at the end.
 */
function annotate(edition: string, count: number): string {
  const [front, body] = [
    edition.slice(0, edition.indexOf('\n---\n', 4)),
    edition.slice(edition.indexOf('\n---\n', 4)),
  ];
  let made = 0;
  const marked = body
    .replaceAll(/3\.5%；/g, (words) => (made < count ? `3.5%[^n${++made}]；` : words))
    .replace('感谢您的关心！', '感谢您的关心[^n1]！');
  const notes = Array.from(
    { length: made },
    (_, at) => `[^n${at + 1}]: 第${at + 1}处，原文如此，照录；百分比按所给的数算得。\n`,
  );
  return `${front}${marked.trimEnd()}\n\n${notes.join('')}`;
}
/** Adds lines to the front matter of an edition. */
const inFront = (edition: string, lines: string) =>
  edition.replace(/\n(published: .*)\n/, `\n$1\n${lines}\n`);

/** Letters of all forms. The numbers of their proposals say nothing. */
const FORMS: Form[] = [
  {
    // Every part that a letter can have.
    number: '1',
    received: `A类
慈交样〔2020〕15号
${heading('1')}
张三、李四代表：
你们提出的《关于优化城乡公交线路的建议》收悉。现答复如下：
一、关于线路
${paragraph(3)}
（一）优化城区线路
${paragraph(2, 1)}
（二）延伸城乡线路
${paragraph(1, 2)}
二、关于下一步
${paragraph(2, 3)}
感谢您对交通工作的关心！
附件：1. 慈溪市城乡公交线路优化方案及2020年至2022年分年度实施计划表
2. 停车场所建设情况
3. 征求意见表
慈溪市交通样例局
慈溪市公安样例局
慈溪市自然资源和规划样例局
2020年5月8日
（此件公开发布）
抄送：市人大常委会代表工委，市政府办公室，市发展和改革样例局，市财政样例局，王五、赵六。
联系人：孙七，联系电话：0574-63810000
`,
  },
  {
    // No salutation, no sections, a line of text.
    number: '2',
    received: `${heading('2')}
您的建议收悉。路灯已于2020年4月装好。
${DATED}`,
  },
  {
    // No copies, but a contact; text that follows a semicolon.
    number: '3',
    received: `${heading('3')}
张三代表：
您提出的《关于完善大桥南岸配套设施的建议》收悉。现答复如下：
一、关于停车。大桥南岸已建成停车位3500个，其中无障碍车位70个；开通旅游专线2条。
二、关于公交。${paragraph(2, 3)}
三、关于配套设施。${paragraph(4, 1)}
${DATED}联系人：孙七
联系电话：63810000
`,
  },
  {
    // A narrow table, a table with short cells, and a table of seven columns with a long one.
    number: '4',
    received: `${heading('4')}
张三代表：
您提出的《关于公开公交运行情况的建议》收悉。现答复如下：
一、运行情况
线路调整情况如下表：
${row('线路', '起讫点', '班次（班/日）', '日均客流（人次）', '调整情况')}
${row('101路', '客运中心—北三环', '96', '12600', '与107路合并')}
${row('107路', '人民医院—大学城', '8', '860', '停开')}
${row('旅游专线', '大桥南岸—鸣鹤古镇', '12', '1700', '2020年5月开通')}
资金来源如下表：
${row('来源', '金额')}
${row('市级财政', '1500万元')}
${row('上级补助', '600万元')}
二、建设计划
项目如下表：
${row('序号', '项目名称', '建设地点', '主管部门', '计划投资（万元）', '开工时间', '备注')}
${row('1', '滨河绿道', '浒山街道', '住建样例局', '1200', '2020年6月', '与河道整治同步实施，建成后移交街道管理；沿线的停车场另行立项')}
${row('2', '环湖绿道', '古塘街道', '住建样例局', '860', '2021年3月', '无')}
感谢您的关心！
${DATED}抄送：市人大常委会代表工委。
`,
  },
  {
    // Sub-headings under each heading, and long ones.
    number: '5',
    received: `${heading('5')}
张三代表：
您提出的《关于加强危险货物运输管理的建议》收悉。现答复如下：
一、工作开展情况
（一）严把登记关
${paragraph(2)}
（二）突出重点路段，对高速公路出入口、国道和省道沿线的隐患逐处排查
${paragraph(1, 2)}
二、下一步打算
（一）严格执法
${paragraph(1, 3)}
（二）完善设施
${paragraph(1, 4)}
${DATED}`,
  },
  {
    // A correction, and a deleted paragraph.
    number: '6',
    received: `${heading('6')}
张三代表：
您提出的《关于修桥的建议》收悉。
${paragraph(2)}
${paragraph(2, 2)}
感谢您的关心！
${DATED}抄送：市人大常委会代表工委。
`,
    change: (edition) =>
      inFront(
        edition,
        'corrections:\n  - {date: 2026-12-01 10:00, what: 删去误录的一段, why: 与原件不符, removed: [p5]}',
      ),
  },
  {
    // Some 8,000 characters with many notes.
    number: '7',
    received: `${heading('7')}
张三代表：
您提出的《关于发展综合交通的建议》收悉。现答复如下：
${['一', '二', '三', '四', '五', '六']
  .map(
    (ordinal, at) =>
      `${ordinal}、第${ordinal}个方面的工作\n${paragraph(12, at)}\n${paragraph(10, at + 1)}\n${paragraph(8, at + 2)}`,
  )
  .join('\n')}
感谢您的关心！
${DATED}抄送：市人大常委会代表工委。
`,
    change: (edition) => annotate(edition, 30),
  },
  {
    // No signature, no date; withheld words.
    number: '8',
    received: `${heading('8')}
张三代表：
您提出的《关于增设路灯的建议》收悉。
${paragraph(1)}来信人（依法不公开）反映的问题已经转办。
感谢您的关心！
`,
    change: (edition) => inFront(edition, 'withheld:\n  - {at: p2, why: 个人信息, on: 2026-11-23}'),
  },
  {
    // A title in four lines, a document number of another form, organisations that ask, a long code.
    number: '9',
    received: `慈溪市交通样例局文件
慈交样函〔2020〕第9号
关于对市十七届人大四次会议第9号建议《关于进一步完善杭州湾跨海大桥南岸综合交通枢纽周边道路交通组织和停车配套设施的建议》的答复
浒山代表团：
你们提出的建议收悉。有关材料见https://www.example.com/zwgk/2020/05/08/0123456789abcdef0123456789abcdef.html。
${paragraph(2)}
特此答复。
${DATED}（此件公开发布）
`,
  },
  {
    // Numbered points without headings, two bureaus in a line, a date in numerals.
    number: '10',
    received: `${heading('10')}
张三代表：
您提出的《关于整治交通秩序的建议》收悉，经我们共同研究，现答复如下：
1.加强执法。${paragraph(1)}
2.加强宣传。${paragraph(1, 1)}
慈溪市交通样例局　慈溪市公安样例局
二〇二〇年五月八日
`,
  },
];

async function writeForm(folder: string, form: Form, turn = ''): Promise<void> {
  const bytes = new TextEncoder().encode(form.received);
  const file = `${form.number}.txt`;
  const { key, edition } = await addLetter(
    file,
    bytes,
    { session: undefined, number: undefined },
    NOW,
  );
  const path = `content/${key}${turn}`;
  const changed = form.change?.(edition) ?? edition;
  writeLetter(
    folder,
    path,
    { file: `${path}.md`, bytes: new TextEncoder().encode(changed) },
    { file: `${path}.txt`, bytes },
  );
}

/** Writes the letters of all forms, and a second reply to the third proposal, into a project's content. */
export async function writeForms(folder: string): Promise<void> {
  for (const form of FORMS) await writeForm(folder, form);
  await writeForm(folder, FORMS[2]!, '-2');
}
