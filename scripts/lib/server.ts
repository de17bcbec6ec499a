import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** Without a charset a browser guesses, and guesses wrong for Chinese. */
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  jsonld: 'application/ld+json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A received file in another encoding has it in its name. */
const ENCODED = /\.(gb18030|utf-16)\.txt$/;

/**
 * Serves a built site at `base` (`/` or `/path/`) on this machine, as a good host would: types with
 * charset, a redirect to the closing slash, 404.html with status 404. Port 0 takes a free one.
 */
export async function serve(folder: string, base = '/', port = 0) {
  const files = sirv(folder, {
    // Looks at the folder anew for each request: a build may replace it meanwhile.
    dev: true,
    setHeaders: (response, path) => {
      const type = TYPES[path.replace(/\/$/, '/index.html').split('.').at(-1) ?? ''];
      const charset = ENCODED.exec(path)?.[1] ?? 'utf-8';
      if (type) response.setHeader('Content-Type', type.replace('utf-8', charset));
    },
  });
  const missing = () => readFileSync(join(folder, '404.html'));
  const server = createServer((request, response) => {
    const pathname = (request.url ?? '/').replace(/[?#].*$/, '');
    const inside = pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined;
    const page = inside && !inside.endsWith('/') && existsSync(join(folder, inside, 'index.html'));
    const refuse = () =>
      void response.writeHead(404, { 'Content-Type': TYPES['html'] }).end(missing());
    if (page || `${pathname}/` === base)
      response.writeHead(301, { Location: `${pathname}/` }).end();
    else if (!inside) refuse();
    else {
      request.url = inside;
      files(request, response, refuse);
    }
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  const url = `http://localhost:${(server.address() as AddressInfo).port}${base}`;
  return { url, close: () => server.close() };
}
