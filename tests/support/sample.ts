import type { LedgerPage } from '../../src/permalinks/ledger.ts';
import { readEdition, type EditionResult } from '../../src/content/edition.ts';
import { decodeFile } from '../../src/content/files.ts';
import { readText } from '../../src/received/index.ts';

/** A small invented letter with every part, and the file it was made from. */
export const SAMPLE = `---
title: 对市十七届人大三次会议第9号建议的答复
proposal:
  body: 人大
  congress: 17
  session: 3
  number: 9
  title: 关于修桥的建议
  lead: 张三
salutation: 张三代表：
parts:
  measures: 2
  nextSteps: true
  closing: true
signatories: [某某局]
date:
  printed: 2019年5月6日
  edtf: 2019-05-06
copies:
  printed: 抄送：市政府办公室，李四。
  persons: [李四]
contact:
  lines:
    - 联系电话：63810000
  note: phone
summary: 某某局答复张三代表。
keywords: [桥梁]
published: 2026-11-23 09:00
source:
  omitted:
    - text: '- 1 -'
      reason: 页码
---

您提出的《关于修桥的建议》收悉。

## 一、已经做的

修好了“东门桥”[^bridge]。

| 桥 | 长 |
| -- | -- |
| 东门桥 | 30米 |

### （一）东门

今年完工。

## 二、正在做的

西门桥开工。

## [下一步]

下一步，修南门桥。

***

感谢您的关注！

[^bridge]: 桥名照录。
[^phone]: 电话可能已变更。
`;

export const RECEIVED = `对市十七届人大三次会议第9号建议的答复
张三代表：
您提出的《关于修桥的建议》收悉。
一、已经做的
修好了“东门桥”。
桥 长
东门桥 30米
（一）东门
今年完工。
二、正在做的
西门桥开工。
下一步，修南门桥。
感谢您的关注！
某某局
2019年5月6日
抄送：市政府办公室，李四。
联系电话：63810000
- 1 -
`;

/** Reads text, or bytes, as the edition `content/rd17-3/9.md` beside its received file. */
export function parse(
  markdown: string | Uint8Array = SAMPLE,
  received: string | Uint8Array | null = RECEIVED,
  key = 'rd17-3/9',
  gathered?: Uint8Array,
  recorded?: LedgerPage,
): EditionResult {
  const path = `content/${key}`;
  const toBytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const edition = decodeFile({ file: `${path}.md`, bytes: toBytes(markdown) });
  const figures = gathered && decodeFile({ file: `${path}.figures.yaml`, bytes: gathered });
  if (!edition.value) return edition;
  const bytes = toBytes(received ?? '');
  return readEdition({
    key,
    edition: edition.value,
    received:
      received === null ? undefined : { file: `${path}.txt`, bytes, reading: readText(bytes) },
    figures: figures?.value,
    recorded,
  });
}

/** The text of the proposal that the sample answers, and the file it was made from. */
export const PROPOSAL = `---
title: 关于修桥的建议
remarks: [第9号建议]
order: [remarks, title, body]
parts: {measures: 1, nextSteps: false, closing: false}
published: 2026-11-23 09:00
---

提出人：张三

## 一、建议

请修南门桥，桥长见表[^table]。

| 桥 | 长 |
| -- | -- |
| 南门桥 | 20米 |

[^table]: 表照录。
`;

export const PROPOSAL_RECEIVED = `第9号建议
关于修桥的建议
提出人：张三
一、建议
请修南门桥，桥长见表。
桥 长
南门桥 20米
`;
