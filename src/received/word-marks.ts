/** What is told of a Word file whose own numbers were not read. */
export const NUMBERED = '自动编号';

const REVISED = /<w:(?:ins|del|moveFrom|moveTo)\s[^>]*>(?!\s*<\/)/;
const HIDDEN = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/;

/** The styles of a file by id. */
const stylesIn = (xml: string): Map<string, string> =>
  new Map(
    [...xml.matchAll(/<w:style\s[^>]*?w:styleId="([^"]+)"[^>]*>(.*?)<\/w:style>/gs)].map(
      ([, id = '', style = '']) => [id, style],
    ),
  );

/** Whether a style, or one on which it is based, numbers its paragraphs. */
function numbers(id: string | undefined, styles: Map<string, string>, depth = 0): boolean {
  const style = id === undefined || depth > 20 ? undefined : styles.get(id);
  if (style === undefined) return false;
  const own = /<w:numId\s+w:val="(\d+)"/.exec(style)?.[1];
  if (own !== undefined) return own !== '0';
  return numbers(/<w:basedOn\s+w:val="([^"]+)"/.exec(style)?.[1], styles, depth + 1);
}

/**
 * What the XML of a Word file says of its words that the reader of Word files does not tell: open
 * revisions, words that Word does not show, and numbers that come with a paragraph's style. `parts`
 * are by their names in the archive; each phrase is Chinese.
 */
export function findLost(parts: Map<string, string>): string[] {
  const text = parts.get('word/document.xml') ?? '';
  const styles = stylesIn(parts.get('word/styles.xml') ?? '');
  const paragraphs = text.match(/<w:p[\s>].*?<\/w:p>/gs) ?? [];
  const styleOf = (xml: string, kind: 'p' | 'r') =>
    new RegExp(`<w:${kind}Style\\s+w:val="([^"]+)"`).exec(xml)?.[1];
  const hides = (id: string | undefined) => id !== undefined && HIDDEN.test(styles.get(id) ?? '');
  const isHidden = (paragraph: string) => {
    const [, properties = ''] = /<w:pPr>(.*?)<\/w:pPr>/s.exec(paragraph) ?? [];
    const runs = paragraph.replace(/<w:pPr>.*?<\/w:pPr>/s, '').match(/<w:r[\s>].*?<\/w:r>/gs) ?? [];
    return runs.some(
      (run) =>
        run.includes('<w:t') &&
        (HIDDEN.test(run) || hides(styleOf(run, 'r')) || hides(styleOf(properties, 'p'))),
    );
  };
  const isNumbered = (paragraph: string) =>
    /<w:t[\s>]/.test(paragraph) &&
    !/<w:numId\s+w:val="0"/.test(paragraph) &&
    numbers(styleOf(paragraph, 'p'), styles);
  return [
    ...(REVISED.test(text) ? ['修订'] : []),
    ...(paragraphs.some(isHidden) ? ['隐藏文字'] : []),
    ...(paragraphs.some(isNumbered) ? [NUMBERED] : []),
  ];
}
