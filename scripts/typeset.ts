import { join } from 'node:path';
import { letterCard, siteCard } from '../src/outputs/card.ts';
import { searchFiles } from '../src/outputs/search.ts';
import { hasMany } from '../src/letter/sessions.ts';
import { pdf } from '../src/outputs/pdf/pdf.ts';
import { saveContent } from '../src/content/checked.ts';
import { ContentError, type Diagnostic } from '../src/diagnostics.ts';
import { restoreLetters } from '../src/finished/build.ts';
import { letterKeys } from '../src/finished/letter-keys.ts';
import { startStep } from '../src/progress.ts';
import { isLoopback, publicUrl } from '../src/site/public-url.ts';
import { isAnswerable, UNANSWERABLE } from '../src/site/publisher.ts';
import { canTypeset } from '../src/typst/typeset.ts';
import { runStep } from './lib/explain-error.ts';
import { check } from './check.ts';

/**
 * `node scripts/typeset.ts [FOLDER]`, the first step of a build: checks the content, saves it in FOLDER for the
 * steps that follow, with the files of letters that a former build has finished, and makes the PDFs,
 * share images and index of the search that the cache lacks. It is a process of its own,
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

await runStep(async () => {
  const [folder] = process.argv.slice(2);
  const content = await check();
  const { letters } = content;
  const site = { ...content.site, url: publicUrl(process.env['SITE_URL']) };
  let unfinished = letters;
  if (folder) {
    saveContent(content, join(folder, 'content'));
    unfinished = restoreLetters(letters, letterKeys(letters, site), join(folder, 'finished'));
  }
  if (!isLoopback(site.url) && !isAnswerable(site)) console.log(UNANSWERABLE);
  if (hasMany(content)) {
    // Here, since the pages need their memory for themselves; they find the index in the cache.
    await searchFiles(letters, site);
  }
  if (canTypeset) {
    await attempt(() => siteCard(site));
    const step = startStep('排 PDF 和分享图', unfinished.length);
    for (const letter of unfinished) {
      await attempt(() => pdf(letter).render(letter, site, []));
      await attempt(() => letterCard(letter, site));
      step.advance();
    }
    step.end();
  }
  if (problems.length > 0) throw new ContentError(problems);
});
