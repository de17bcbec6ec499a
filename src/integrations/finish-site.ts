import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keepForSite, readPageContent } from '../built-site.ts';
import { readContent } from '../content/checked.ts';
import { findUnrecorded } from '../content/remarks.ts';
import { ContentError } from '../diagnostics.ts';
import { finishedLetters, keepLetters, placeFinished } from '../finished/build.ts';
import { filesOf } from '../list-files.ts';
import { isCompressible, precompress } from '../outputs/precompress.ts';
import { loadLedger } from '../permalinks/ledger.ts';
import { findLostAddresses, movedFiles, unrecordedAddresses } from '../permalinks/published.ts';
import { folderKey } from '../permalinks/paths.ts';
import { startStep } from '../progress.ts';
import { publicUrl } from '../site/public-url.ts';
import { insertPolicy } from './csp.ts';

/** The number of files that are compressed at once: that of zlib's threads. */
const AT_ONCE = 4;

/** Copies files to the old addresses at which they were published. */
function copyFiles(folder: string, copies: ReadonlyMap<string, string>): void {
  for (const [old, current] of copies) {
    const [from, to] = [join(folder, current), join(folder, old)];
    if (!existsSync(from) || existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}

/**
 * Reads each page once after it was made: for its policy, its compressed copies, the published addresses
 * and the checks. Stops a build that loses a published address or fails a check. It has to be the last
 * integration, since no file may change after it.
 */
export const finishSite = (): AstroIntegration => ({
  name: 'finish-site',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const content = await readContent(process.cwd());
      const ledger = loadLedger(process.cwd());
      const moved = new Map(content.site.moved.map(({ from, to }) => [from, to]));
      const pages = placeFinished(folder);
      const finished = finishedLetters();
      const isFinished = (file: string) => finished.has(folderKey(file));
      const copies = movedFiles(ledger, moved);
      copyFiles(folder, copies);
      // Loaded here, since astro dev needs neither the checks nor the compiler that they load.
      const { SiteVerifier } = await import('../verify/index.ts');
      const verifier = new SiteVerifier(content, copies);
      /** Reads a page, and returns its HTML with its policy. */
      const finishPage = (file: string, html: string): string => {
        const page = readPageContent(html);
        pages.set(file, keepForSite(page));
        verifier.addPage(file, page);
        return insertPolicy(file, html, page);
      };
      const finishFile = async (file: string) => {
        const path = join(folder, file);
        let bytes: Uint8Array = readFileSync(path);
        if (file.endsWith('.html')) {
          bytes = Buffer.from(finishPage(file, bytes.toString()));
          writeFileSync(path, bytes);
        }
        await precompress(folder, file, bytes);
        compressing.advance();
      };
      const files = filesOf(folder).filter((file) => isCompressible(file) && !isFinished(file));
      const compressing = startStep('核对并压缩网页', files.length);
      await Readable.from(files).forEach(finishFile, { concurrency: AT_ONCE });

      compressing.end();
      const site = { files: new Set(filesOf(folder)), pages };
      const lost = findLostAddresses(ledger, site, moved);
      if (lost.length > 0) throw new ContentError(lost);
      const problems = await verifier.finish(
        folder,
        site,
        publicUrl(process.env['SITE_URL']),
        isFinished,
      );
      if (problems.length > 0) throw new VerificationError(problems);
      keepLetters(folder, pages);
      const count = unrecordedAddresses(ledger, site).length;
      if (count > 0) console.log(`有 ${count} 个新网址还没有登记。公布时运行 npm run record`);
      for (const remark of findUnrecorded(content.letters, ledger)) console.log(remark);
    },
  },
});

/** Thrown when a built site is not fit to publish. Has no stack: the list is all that helps. */
class VerificationError extends Error {
  constructor(problems: string[]) {
    super(`生成的网页有 ${problems.length} 处问题：\n\n${problems.join('\n')}\n`);
    this.name = 'VerificationError';
    this.stack = this.message;
  }
}
