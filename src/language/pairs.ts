const PAIRS: Record<string, string> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '（': '）',
  '〔': '〕',
  '【': '】',
};

/** Matches 1） and 一）, whose bracket needs no partner. */
const ENUMERATED = /(?<![\p{L}\p{N}（])[\d一二三四五六七八九十]{1,2}）/gu;

const MARKS = new RegExp(`[${Object.entries(PAIRS).flat().join('')}]`, 'g');

/** The marks without a partner in a paragraph, such as an unclosed 《 or “; each once. */
export function unpairedMarks(text: string): string[] {
  const open: string[] = [];
  const alone: string[] = [];
  for (const [mark] of text.replaceAll(ENUMERATED, '').matchAll(MARKS)) {
    if (Object.hasOwn(PAIRS, mark)) open.push(mark);
    else if (PAIRS[open.at(-1) ?? ''] === mark) open.pop();
    else alone.push(mark);
  }
  return [...new Set([...open, ...alone])];
}
