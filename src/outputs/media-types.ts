/** The media type of a file of the site, and its treatment by a host. */
export interface MediaType {
  type: string;
  /**
   * True if the host must declare the encoding: without it a browser guesses, wrongly for Chinese. JSON is
   * always UTF-8; SVG is XML, which declares another encoding itself.
   */
  charset: boolean;
  /** True if the file gets smaller by compression; PDF, PNG and .docx are already compressed. */
  compressible: boolean;
}

const text = (type: string): MediaType => ({ type, charset: true, compressible: true });
const data = (type: string): MediaType => ({ type, charset: false, compressible: true });
const packed = (type: string): MediaType => ({ type, charset: false, compressible: false });

/**
 * The media type of every file ending of the site, as IANA registers them. `_headers`, the local server, the
 * compressor and the formats of the letters use this table. `deploy/nginx.conf` and `deploy/Caddyfile` are
 * written by hand; a test compares them with it.
 */
export const MEDIA_TYPES: Record<string, MediaType> = {
  html: text('text/html'),
  txt: text('text/plain'),
  md: text('text/markdown'),
  csv: text('text/csv'),
  js: text('text/javascript'),
  xml: text('application/xml'),
  json: data('application/json'),
  jsonld: data('application/ld+json'),
  svg: data('image/svg+xml'),
  pdf: packed('application/pdf'),
  png: packed('image/png'),
  docx: packed('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
};

/** The media type of files with other endings: those of the search. */
export const OTHER_TYPE = 'application/octet-stream';

/** The encodings that a file can state in its name, `source.gb18030.txt`; of all others it is UTF-8. */
export const NAMED_CHARSETS = ['gb18030', 'utf-16'];

/** The row of a file, by its ending; undefined if the table does not have the ending. */
export const mediaTypeOf = (file: string): MediaType | undefined =>
  MEDIA_TYPES[/\.(\w+)$/.exec(file)?.[1] ?? ''];

const charsetOf = (file: string): string =>
  NAMED_CHARSETS.find((charset) => file.includes(`.${charset}.`)) ?? 'utf-8';

/** The Content-Type header of a file: `text/plain; charset=utf-8`. */
export function contentType(file: string): string {
  const row = mediaTypeOf(file);
  return row ? row.type + (row.charset ? `; charset=${charsetOf(file)}` : '') : OTHER_TYPE;
}

/** The type with which a link announces a file: `text/plain`, with its charset only if that is not UTF-8. */
export const announcedType = (file: string): string =>
  contentType(file).replace('; charset=utf-8', '');
