import { letterCard, siteCard } from '../src/outputs/card.ts';
import { pdf } from '../src/outputs/pdf/pdf.ts';
import { ContentError, type Diagnostic } from '../src/diagnostics.ts';
import { publicUrl } from '../src/site/public-url.ts';
import { canTypeset } from '../src/typst/typeset.ts';
import { check } from './check.ts';

/**
 * Proves the content, and sets the PDFs and share images that the cache lacks. In a process of its
 * own, and before the pages: what the compiler keeps is not added to what the pages need, and all
 * problems are told at once.
 */
const content = await check();
const problems: Diagnostic[] = [];

async function attempt(make: () => unknown) {
  try {
    await make();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.diagnostics);
  }
}

if (content && canTypeset) {
  const site = { ...content.site, url: publicUrl(process.env['SITE_URL']) };
  await attempt(() => siteCard(site));
  for (const letter of content.letters) {
    await attempt(() => pdf(letter).render(letter, site, []));
    await attempt(() => letterCard(letter, site));
  }
}
if (problems.length > 0) {
  console.error(new ContentError(problems).message);
  process.exitCode = 1;
}
