/** Loss reported for a Word file with automatic numbering, which is not text. */
export const NUMBERED = '自动编号';

const REVISED = /<w:(?:ins|del|moveFrom|moveTo)\s[^>]*>(?!\s*<\/)/;
const HIDDEN = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/;

/** The XML of each style, by its id. */
const findStyles = (xml: string): Map<string, string> =>
  new Map(
    [...xml.matchAll(/<w:style\s[^>]*?w:styleId="([^"]+)"[^>]*>(.*?)<\/w:style>/gs)].map(
      ([, id = '', style = '']) => [id, style],
    ),
  );

/** Returns true if a style, or a style on which it is based, numbers its paragraphs. */
function isNumberingStyle(id: string | undefined, styles: Map<string, string>, depth = 0): boolean {
  const style = id === undefined || depth > 20 ? undefined : styles.get(id);
  if (style === undefined) return false;
  const own = /<w:numId\s+w:val="(\d+)"/.exec(style)?.[1];
  if (own !== undefined) return own !== '0';
  return isNumberingStyle(/<w:basedOn\s+w:val="([^"]+)"/.exec(style)?.[1], styles, depth + 1);
}

/**
 * Finds what mammoth does not report: open revisions, hidden words, and numbers that come with a
 * paragraph's style. `parts` holds the XML by the names of the archive's parts. Returns Chinese
 * phrases.
 */
export function findLost(parts: Map<string, string>): string[] {
  const text = parts.get('word/document.xml') ?? '';
  const styles = findStyles(parts.get('word/styles.xml') ?? '');
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
    isNumberingStyle(styleOf(paragraph, 'p'), styles);
  return [
    ...(REVISED.test(text) ? ['修订'] : []),
    ...(paragraphs.some(isHidden) ? ['隐藏文字'] : []),
    ...(paragraphs.some(isNumbered) ? [NUMBERED] : []),
  ];
}
