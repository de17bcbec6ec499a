import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitCopies } from '../../src/letter/copies.ts';
import { isTableId } from '../../src/letter/fragment.ts';
import { fullTitle } from '../../src/letter/labels.ts';
import { outlineOf } from '../../src/letter/outline.ts';
import { bodyText } from '../../src/letter/body.ts';
import { pdfWords } from '../../src/outputs/pdf/read.ts';
import { letterPdfs } from '../support/letter-pdfs.ts';
import { textOf, verifyNotes } from '../support/pdf-notes.ts';
import { GRID, mm, near, openPdf, pdfRuns } from '../support/pdf.ts';
import { letters } from '../support/letters.ts';
import { bare, read } from '../support/site.ts';

const { LEFT, RIGHT, TOP, BOTTOM, PITCH, CELL } = GRID;
for (const letter of letters) {
  const { path, signatories, copies } = letter;
  const hasTable = bodyText(letter).some(({ id }) => isTableId(id));
  const { file, bytes, pages } = letterPdfs.get(letter.key)!;
  const added = pages.findIndex(({ own }) => own[0]?.text === '附页');
  const sheets = pages.slice(0, added);
  const all = sheets.flatMap(({ own }) => own);

  test(`/${file} has the same words for the build's reader and for another`, async () => {
    const runs = (await pdfRuns(bytes)).slice(0, added).flat();
    const words = runs.flatMap(({ text, artifact }) => (artifact ? [] : text)).join('');
    assert.equal(await pdfWords(bytes), words);
  });

  test(`/${file} has the notes, what it is, and its address as link and code, after the letter`, async () => {
    const appendix = textOf(pages.slice(added).flatMap(({ own }) => own));
    const address = /<link rel="canonical" href="([^"]+)"/.exec(read(`${path}index.html`))?.[1];
    assert.ok(added > 0, 'what is editorial has a page of its own');
    assert.match(appendix, /不属于答复[\s\S]*关于这份文件[\s\S]*不是发文机关的正式文本/);
    assert.ok(appendix.includes(address ?? 'no address'));
    const page = await (await openPdf(bytes)).getPage(added + 1);
    const links = (await page.getAnnotations()).map((link) => link.url ?? link.dest);
    assert.ok(links.includes(address), String(links));
    assert.match(
      JSON.stringify(await page.getStructTree()),
      /"role":"Figure".*"alt":"网址的二维码"/,
    );
  });

  test(`/${file} numbers its notes as the page does, each with the page on which its words are`, () =>
    verifyNotes(
      letter,
      pages.map(({ own }) => own),
    ));

  test(`/${file} is set in 28 characters and 22 lines on one grid`, () => {
    for (const { own } of sheets) {
      // Copies are in smaller type, on the grid all the same; a table is not on it.
      const rows = own.map(({ height }) => (TOP - height) / PITCH);
      for (const row of hasTable ? [] : rows) {
        assert.ok(row > 0 && row < 22, `a line in row ${row}; GB/T 9704 has 22 rows a page`);
        assert.ok(
          near(row - rows[0]!, Math.round(row - rows[0]!), 0.12),
          `a line between rows, ${row}; the pitch is in src/typst/letter.typ`,
        );
      }
      for (const { left, right, text } of own)
        assert.ok(left >= LEFT - CELL / 2 - 0.5 && right <= RIGHT + CELL / 2 + 0.5, text);
    }
    const full = all.filter(
      ({ text, left, right }) =>
        /^[\u3007\u4e00-\u9fff]+$/.test(text) && near(left, LEFT) && near(right, RIGHT),
    );
    for (const { text } of full) assert.equal(text.length, 28, text);
    const lengths = all.filter(
      ({ left, right, text }) => near(left, LEFT) && near(right, RIGHT, 9) && !/\d/.test(text),
    );
    const exact = lengths.filter(({ text }) => text.length === 28);
    assert.ok(exact.length >= lengths.length / 2, `${exact.length} of ${lengths.length}`);
  });

  test(`/${file} breaks no line where none may break, and parts no name`, () => {
    for (const { text } of all) {
      assert.doesNotMatch(text, /^[，。；：、！？”’）》〕…]/);
      assert.doesNotMatch(text, /[“‘（《〔]$/);
    }
    for (const name of copies ? splitCopies(copies.printed).names : [])
      assert.ok(
        all.some(({ text }) => text.includes(bare(name))),
        name,
      );
  });

  test(`/${file}: page numbers stand outside, no heading at a foot, the signature not alone`, () => {
    sheets.forEach(({ own, drawn }, index) => {
      const number = drawn.at(-1);
      assert.equal(number?.text, `—${index + 1}—`);
      assert.ok(number.height < BOTTOM - mm(7) - 8);
      const edge =
        index % 2 === 0 ? near(number.right, RIGHT - 14, 3) : near(number.left, LEFT + 14);
      assert.ok(edge, `page ${index + 1}: ${number.left}–${number.right}`);
      for (const { heading } of letter.sections) assert.notEqual(own.at(-1)?.text, bare(heading));
    });
    const signed = sheets.find(({ own }) => own.some(({ text }) => text === signatories[0]));
    assert.notEqual(signed?.own[0]?.text, signatories[0]);
  });

  test(`/${file} claims PDF/A-2a and PDF/UA-1, and is made as they ask`, async () => {
    const document = await openPdf(bytes);
    const { info, metadata } = await document.getMetadata();
    const xmp = metadata?.getRaw() as unknown as string;
    assert.match(xmp, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
    assert.match(xmp, /<pdfuaid:part [^>]*>1<\/pdfuaid:part>/);
    assert.match(xmp, /<pdfaSchema:prefix>pdfuaid</, 'described for PDF/A');
    assert.deepEqual(
      { ...info, Title: undefined },
      { ...info, Title: undefined, Language: 'zh-CN', Author: signatories.join(', ') },
    );
    assert.equal((info as { Title?: string }).Title, fullTitle(letter));
    const preferences = (await document.getViewerPreferences()) as Record<string, unknown> | null;
    assert.equal(preferences?.['DisplayDocTitle'], true);
    const marked = (await document.getMarkInfo()) as unknown as Record<string, unknown>;
    assert.equal(marked['Marked'], true);
    const source = bytes.toString('latin1');
    const table = source.slice(Number(/startxref\n(\d+)/.exec(source)?.[1]));
    assert.match(table, /^xref\n0 \d+\n/);
    [...table.matchAll(/^(\d{10}) \d{5} n/gm)].forEach(([, place], index) =>
      assert.ok(source.startsWith(`${index + 1} 0 obj`, Number(place)), `object ${index + 1}`),
    );
    assert.match(source, /\/S \/GTS_PDFA1\b/);
    assert.match(source, /\/StructTreeRoot \d+ 0 R/);
    const faces = [...source.matchAll(/\/Type \/FontDescriptor[^]*?endobj/g)].map(([face]) => face);
    assert.ok(faces.length > 0);
    for (const face of faces)
      assert.match(face, /\/FontName \/[A-Z]{6}\+[^]*\/FontFile[23] \d+ 0 R/);
    assert.doesNotMatch(source, /\/(JavaScript|Encrypt|EmbeddedFiles)\b/);
    const bookmarks = (await document.getOutline()) as {
      title: string;
      items: { title: string }[];
    }[];
    assert.deepEqual(
      bookmarks.map(({ title }) => title),
      [fullTitle(letter), '附页'],
    );
    const headings = outlineOf(letter).filter(({ id }) => id !== 'next');
    assert.equal(bookmarks[0]?.items.length, headings.length);
    const tags = JSON.stringify(await (await document.getPage(1)).getStructTree());
    assert.match(tags, /"role":"H1"[^]*"role":"P"/);
  });

  test(`/${file} is at most 200 kB; its link names form, pages and size`, () => {
    assert.ok(bytes.length <= 200_000, `${bytes.length}`);
    const link = new RegExp(
      `<a class="target" href="/${file}" type="application/pdf">([^<]+)<`,
    ).exec(read(`${path}index.html`));
    const size = Math.ceil(bytes.length / 1000);
    assert.equal(bare(link?.[1] ?? ''), `公文版式（PDF），${pages.length}页，${size}kB`);
  });
}
