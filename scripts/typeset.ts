import { letterCard, siteCard } from '../src/outputs/card.ts';
import { pdf } from '../src/outputs/pdf/pdf.ts';
import { saveContent } from '../src/content/checked.ts';
import { ContentError, type Diagnostic } from '../src/diagnostics.ts';
import { isLoopback, publicUrl } from '../src/site/public-url.ts';
import { isAnswerable, UNANSWERABLE } from '../src/site/publisher.ts';
import { canTypeset } from '../src/typst/typeset.ts';
import { runCommand } from './lib/explain-error.ts';
import { check } from './check.ts';

/**
 * `node scripts/typeset.ts [FILE]`, the first step of a build: checks the content, saves it in FILE for the
 * steps that follow, and typesets the PDFs and share images that the cache lacks. It is a process of its own,
 * so that the compiler's memory is free before the pages need memory; and it runs before the pages, so that
 * all problems are reported at once.
 */
const problems: Diagnostic[] = [];

async function attempt(make: () => unknown) {
  try {
    await make();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.diagnostics);
  }
}

await runCommand(async () => {
  const [file] = process.argv.slice(2);
  const content = await check();
  if (file) saveContent(content, file);
  const site = { ...content.site, url: publicUrl(process.env['SITE_URL']) };
  if (!isLoopback(site.url) && !isAnswerable(site)) console.log(UNANSWERABLE);
  if (canTypeset) {
    await attempt(() => siteCard(site));
    for (const letter of content.letters) {
      await attempt(() => pdf(letter).render(letter, site, []));
      await attempt(() => letterCard(letter, site));
    }
  }
  if (problems.length > 0) throw new ContentError(problems);
});
