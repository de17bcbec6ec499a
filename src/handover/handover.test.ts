import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import type { Site } from '../content/site-schema.ts';
import type { Letter } from '../letter/letter.ts';
import { pdfLines } from '../../tests/support/pdf.ts';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import { MANIFEST } from '../outputs/manifest.ts';
import { bodyHtml } from './body-html.ts';
import { handoverFiles } from './files.ts';
import { verifyBody } from './verify-body.ts';

/** A letter with its words replaced in edition and received file. */
function letterWith(words: string, other: string, written = other): Letter {
  const { letter, diagnostics } = parse(
    SAMPLE.replaceAll(words, written),
    RECEIVED.replaceAll(words, other),
  );
  assert.ok(letter, JSON.stringify(diagnostics));
  return letter;
}
const sample = letterWith('某某局', '某某局');
const site = (url: string) =>
  ({
    name: '某站',
    url: new URL(url),
    place: { city: '某某市', prefecture: '某市', province: '某省', areaCode: '0574' },
    bureaus: [],
  }) as unknown as Site;
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('a body is h2, h3, p and table, without title, supplied heading or note', () => {
  assert.equal(
    bodyHtml(sample),
    `<p>张三代表：</p>
<p>您提出的《关于修桥的建议》收悉。</p>
<h2>一、已经做的</h2>
<p>修好了“东门桥”。</p>
<table border="1">
<tr><th>桥</th><th>长</th></tr>
<tr><td>东门桥</td><td>30米</td></tr>
</table>
<h3>（一）东门</h3>
<p>今年完工。</p>
<h2>二、正在做的</h2>
<p>西门桥开工。</p>
<p>下一步，修南门桥。</p>
<p>感谢您的关注！</p>
<p align="right">某某局</p>
<p align="right">2019年5月6日</p>
<p>抄送：市政府办公室，李四。</p>
<p>联系电话：63810000</p>
`,
  );
});

test('characters of HTML and repeated spaces stay', () => {
  const letter = letterWith(
    '今年完工。',
    '今年 <b>完工</b> &amp;  了。',
    '今年 \\<b>完工\\</b> \\&amp;  了。',
  );
  assert.ok(bodyHtml(letter).includes('今年 &lt;b&gt;完工&lt;/b&gt; &amp;amp;'));
  assert.deepEqual(verifyBody(letter, '', bodyHtml(letter)), []);
  const copies = letterWith('抄送：市', '抄  送：市');
  assert.ok(bodyHtml(copies).includes('<p>抄 &nbsp;送：市'));
});

test('a body that lost or gained a word is refused', () => {
  const html = bodyHtml(sample);
  assert.deepEqual(verifyBody(sample, '', html), []);
  for (const other of [
    html.replace('今年完工。', ''),
    html.replace('30米', '31米'),
    html.replace('</p>', '（注）</p>'),
  ])
    assert.equal(verifyBody(sample, '', other).length, 1, other);
});

test('a field on which the letter is silent is empty, and editorial fields are named', async () => {
  const files = await handoverFiles(sample, site('https://gov.example/open/'));
  assert.deepEqual(JSON.parse(text(files.get('著录.json'))), {
    标题: '对市十七届人大三次会议第9号建议的答复',
    发文机关: '某某局',
    文号: '',
    成文日期: '2019年5月6日',
    公开方式: '',
    办理类别: '',
    主题词: '桥梁',
    摘要: '某某局答复张三代表。',
    网址: 'https://gov.example/open/rd17-3/9/',
    说明: ['主题词、摘要是编者拟的，不是答复的原话。'],
  });
});

test('the openness is what the letter says of it, beside it or in a remark', async () => {
  const opennessIn = async (letter: Letter) =>
    JSON.parse(text((await handoverFiles(letter, site('http://localhost/'))).get('著录.json')))
      .公开方式;
  const remarked = (remarks: string[]) => opennessIn({ ...sample, remarks });
  assert.equal(await remarked(['（此件公开发布）']), '此件公开发布');
  assert.equal(await remarked(['（此件依申请公开）']), '此件依申请公开');
  assert.equal(await remarked(['（联系人：张三）', '公开课']), '');
  assert.equal(await opennessIn({ ...sample, openness: '主动公开' }), '主动公开');
});

test('the manifest lists every other file with its digest', async () => {
  const files = await handoverFiles(sample, site('https://gov.example/'));
  const listed = text(files.get(MANIFEST)).trimEnd().split('\n');
  const expected = [...files]
    .filter(([name]) => name !== MANIFEST)
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
  assert.deepEqual(listed, expected);
  assert.ok(files.has('图/二维码.png') && files.has('rd17-3-9.pdf') && files.has('图/分享图.png'));
});

/** The text of the PDF among the files. */
const pdfText = async (files: Map<string, Uint8Array>) =>
  (await pdfLines(files.get('rd17-3-9.pdf')!))
    .flat()
    .map((line) => line.text)
    .join('\n');

test('at a public address the QR code and the PDF lead to the letter', async () => {
  const files = await handoverFiles(sample, site('https://gov.example/open/'));
  const { data, info } = await sharp(files.get('图/二维码.png'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const address = 'https://gov.example/open/rd17-3/9/';
  assert.equal(decodeQR({ ...info, data: new Uint8Array(data) }), address);
  assert.ok(info.width >= 500, `the QR code is ${info.width} px wide, at least 500 for print`);
  assert.ok((await pdfText(files)).includes(address));
});

test('without a public address there is neither address nor QR code', async () => {
  const files = await handoverFiles(sample, site('http://localhost:4321/'));
  assert.ok(!files.has('图/二维码.png'));
  assert.doesNotMatch(await pdfText(files), /localhost|网址/);
  for (const [name, bytes] of files)
    assert.ok(!Buffer.from(bytes).includes('localhost'), `${name} names localhost`);
});
