import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENCODINGS } from '../src/outputs/precompress.ts';
import { startCaddy, startNginx } from '../tests/support/hosts.ts';
import { newFolder } from '../tests/support/project.ts';

const SECONDS = 5;

/** Measures with `wrk` the requests a second that are answered over 64 connections, as brotli over TLS. */
function perSecond(url: string): number {
  const options = ['-c64', '-t1', `-d${SECONDS}s`, '-H', 'Accept-Encoding: br'];
  const { stdout } = spawnSync('wrk', [...options, url], { encoding: 'utf8' });
  if (/errors|Non-2xx/.test(stdout)) throw new Error(stdout);
  return Math.round(Number(/Requests\/sec: +([\d.]+)/.exec(stdout)?.[1]));
}

/**
 * Measures how many requests a second nginx and Caddy, configured by the recipes in `deploy/`, answer for a
 * page of the site in `dist` and for a bare page of the same text, all on this machine.
 */
export async function compareLoad(dist: string, path: string, bare: string) {
  const root = join(newFolder(), 'replies');
  cpSync(dist, root, { recursive: true, dereference: true });
  mkdirSync(join(root, 'bare'));
  writeFileSync(join(root, 'bare/index.html'), bare);
  for (const [ending, { pack }] of Object.entries(ENCODINGS))
    writeFileSync(join(root, `bare/index.html.${ending}`), await pack(Buffer.from(bare)));
  const rows: Record<string, string | number>[] = [];
  for (const start of [startNginx, startCaddy]) {
    const host = await start(root);
    const [page, same] = [path, 'bare/'].map((one) =>
      perSecond(`https://localhost:${host.port}/${one}`),
    ) as [number, number];
    host.stop();
    rows.push({ 服务器: host.name, 本页: page, 同文裸页: same, 倍数: (page / same).toFixed(2) });
  }
  return rows;
}
