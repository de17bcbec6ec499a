import type { Site } from '../content/site-schema.ts';
import { sha256 } from '../digest.ts';
import { fullTitle } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import { letterCard } from '../outputs/card.ts';
import { formatManifest, MANIFEST } from '../outputs/manifest.ts';
import { pdfData } from '../outputs/pdf/data.ts';
import { pdf } from '../outputs/pdf/pdf.ts';
import { qrModules } from '../outputs/qr.ts';
import { letterText } from '../letter/text.ts';
import { letterPath } from '../permalinks/paths.ts';
import { encodePng } from '../png.ts';
import { isLoopback } from '../site/public-url.ts';
import { absoluteUrl } from '../site/urls.ts';
import { canTypeset, typesetPdf } from '../typst/typeset.ts';
import { bodyHtml, bodyPlainText } from './body-html.ts';
import { metadataOf, metadataRemarks } from './metadata.ts';
import { verifyBody } from './verify-body.ts';

const BODY = '正文.html';
const PROPOSAL = '所答建议.txt';

/** Files by their paths in the folder. */
export type HandoverFiles = Map<string, Uint8Array>;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** UTF-8 with a byte order mark, and Windows line ends: editors on old Windows read it right. */
const windowsText = (text: string): Uint8Array => bytesOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`);

/** The width and height of a module of the QR code, in px. */
const MODULE = 20;

/** The QR code of the letter's address, black on white. */
function qrPng(letter: Letter, site: Site): Uint8Array {
  const rows = qrModules(letter, site);
  const width = rows.length * MODULE;
  const pixels = Uint8Array.from({ length: width * width }, (_, index) =>
    Number(rows[Math.floor(index / width / MODULE)]![Math.floor((index % width) / MODULE)]),
  );
  return encodePng(width, pixels, [
    [255, 255, 255],
    [0, 0, 0],
  ]);
}

/** The metadata for a person to copy field by field, with what must be known about them. */
function metadataText(facts: Record<string, string>, remarks: string[]): string {
  const fields = Object.entries(facts).map(([name, value]) => `${name}：${value}`);
  return `${[...fields, '', ...remarks].join('\n')}\n`;
}

/** The steps for the person who carries the letter into a platform. */
function instructions(letter: Letter, files: HandoverFiles): string {
  const steps = [
    `在平台上新建一篇，标题栏填：${fullTitle(letter)}`,
    `正文：用浏览器打开 ${BODY}，全选、复制，粘贴到编辑器里；或者在编辑器的“源代码”里粘贴这个文件的全部内容。不要经过 Word。编辑器只收纯文字的，用 正文.txt。`,
    '其余各栏照 著录.txt 填。空着的，是答复里没有写，不要补。',
    ...(files.has(PROPOSAL) ? [`${PROPOSAL} 是所答的建议；平台要登建议全文的，用它。`] : []),
    ...[...files.keys()].flatMap((file) =>
      file.endsWith('.pdf') ? [`附件：上传 ${file}，它是公文版式，不是有印章的正式文本。`] : [],
    ),
    ...(files.has('图/二维码.png')
      ? ['图/二维码.png 和著录里的网址指向本站的网页，可以放在文末。']
      : []),
    '发布以后，对照 PDF 从头到尾看一遍：段落、标题、表格、落款都在，一个字也没有变。',
    `要核对这些文件后来有没有变，在这个文件夹里运行 sha256sum -c ${MANIFEST}。`,
  ];
  return `${['怎样把这份答复放进已有的平台', '', ...steps.map((step, index) => `${index + 1}. ${step}`)].join('\n')}\n`;
}

/** The PDF; without an address and its QR code if `address` is undefined. */
const officialForm = (letter: Letter, site: Site, address: string | undefined) =>
  typesetPdf(
    { ...pdfData(letter, site), ...(address === undefined && { address: null, qr: null }) },
    `content/${letter.key}.md`,
  );

/**
 * Makes the files with which a person carries a letter into a platform that a bureau already has. At an
 * address that only this machine can show, the QR code and the address are left out. Throws an Error if the
 * body does not contain exactly the letter's words.
 */
export async function handoverFiles(letter: Letter, site: Site): Promise<HandoverFiles> {
  const address = isLoopback(site.url) ? undefined : absoluteUrl(site, letterPath(letter));
  const html = bodyHtml(letter);
  const [problem] = verifyBody(letter, BODY, html);
  if (problem) throw new Error(`${problem.file}: ${problem.message}`);
  const facts = {
    ...metadataOf(letter),
    ...(address !== undefined && { 网址: address }),
  };
  const remarks = metadataRemarks(letter);
  const files: HandoverFiles = new Map([
    // With a byte order mark a browser reads a local file as UTF-8, and the file needs no head.
    [BODY, bytesOf(`\uFEFF${html}`)],
    ['正文.txt', windowsText(bodyPlainText(letter))],
    ['著录.txt', windowsText(metadataText(facts, remarks))],
    ['著录.json', bytesOf(`${JSON.stringify({ ...facts, 说明: remarks }, undefined, 2)}\n`)],
  ]);
  const { proposalText } = letter;
  if (proposalText)
    files.set(
      PROPOSAL,
      windowsText(
        `${letterText(proposalText)
          .map(({ text }) => text)
          .join('\n')}\n`,
      ),
    );
  if (canTypeset) {
    files.set(pdf(letter).file, await officialForm(letter, site, address));
    files.set('图/分享图.png', await letterCard(letter, site));
  }
  if (address !== undefined) files.set('图/二维码.png', qrPng(letter, site));
  files.set('怎样粘贴.txt', windowsText(instructions(letter, files)));
  const digests = [...files].map(([file, content]): [string, string] => [file, sha256(content)]);
  return files.set(MANIFEST, bytesOf(formatManifest(digests)));
}
