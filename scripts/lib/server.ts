import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { contentType } from '../../src/outputs/media-types.ts';
import { WITHDRAWN } from '../../src/permalinks/paths.ts';

/**
 * Serves a built site at `base` (`/` or `/path/`) on this machine, as a good host would: types with charset,
 * a redirect to the closing slash, 404.html with status 404, the notice with status 410 in the place of a
 * withdrawn letter's files. Port 0 means any free port.
 */
export async function serve(folder: string, base = '/', port = 0) {
  const files = sirv(folder, {
    // Reads the folder anew for each request, since a build may replace it meanwhile.
    dev: true,
    setHeaders: (response, path) => {
      response.setHeader('Content-Type', contentType(path.replace(/\/$/, '/index.html')));
    },
  });
  /** The folder of the letter to which a file belongs. */
  const letterFolder = (path: string) => join(folder, path.replace(/(?:proposal\/)?[^/]*$/, ''));
  /** Returns true for a file of a withdrawn letter. */
  const isGone = (path: string) =>
    /\/(?!index\.html$)[^/.][^/]*\.[^/]*$/.test(path) &&
    existsSync(join(letterFolder(path), WITHDRAWN));
  const missing = () => {
    const page = join(folder, '404.html');
    // A command may have removed the site while it is served.
    return existsSync(page) ? readFileSync(page) : '';
  };
  const server = createServer((request, response) => {
    const pathname = (request.url ?? '/').replace(/[?#].*$/, '');
    const inside = pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined;
    const page = inside && !inside.endsWith('/') && existsSync(join(folder, inside, 'index.html'));
    const refuse = () =>
      void response.writeHead(404, { 'Content-Type': contentType('404.html') }).end(missing());
    if (page || `${pathname}/` === base)
      response.writeHead(301, { Location: `${pathname}/` }).end();
    else if (!inside) refuse();
    else if (isGone(inside))
      void response
        .writeHead(410, { 'Content-Type': contentType('index.html') })
        .end(readFileSync(join(letterFolder(inside), 'index.html')));
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
