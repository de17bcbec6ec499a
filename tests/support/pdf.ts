import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The lines of each page of a PDF, top to bottom, without white space. */
export async function pdfPages(pdf: Uint8Array): Promise<string[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    // A line is what stands at one height; a note's raised mark is a few points off.
    const lines: { height: number; text: string }[] = [];
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const height: number = item.transform[5];
      const line = lines.find((one) => Math.abs(one.height - height) < 8);
      if (line) line.text += item.str;
      else lines.push({ height, text: item.str });
    }
    lines.sort((a, b) => b.height - a.height);
    pages.push(lines.map(({ text }) => text.replaceAll(/\s/g, '')));
  }
  return pages;
}
