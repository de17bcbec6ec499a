/** Quotes a field if RFC 4180 requires it. */
const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as CSV (RFC 4180). The byte order mark makes Excel and WPS read it as UTF-8. */
export const csvTable = (rows: string[][]): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
