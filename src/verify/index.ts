import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBuiltSite, type BuiltSite, type PageContent } from '../built-site.ts';
import { publishedTexts, type Letter } from '../letter/letter.ts';
import type { AllLetters } from '../letter/sessions.ts';
import { letterPath } from '../permalinks/paths.ts';
import {
  pageFile,
  type PageCheck,
  type Problem,
  type SiteCheck,
  type SiteToVerify,
} from './check.ts';
import { checkFiles } from './checks/files.ts';
import { checkFormats } from './checks/formats.ts';
import { checkLinks } from './checks/links.ts';
import { checkPageWords } from './checks/page-words.ts';
import { checkWholeFiles } from './checks/whole-files.ts';

/** To add a check, write its file in `checks/` and list it here. */
const PAGE_CHECKS: PageCheck[] = [checkPageWords];
/** Each check reads files that the earlier checks have found to be present and whole. */
const FILE_CHECKS: SiteCheck[] = [checkFiles, checkWholeFiles];
const SITE_CHECKS: SiteCheck[] = [checkFormats, checkLinks];

/** Verifies a site while its pages are read, one after the other. */
export class SiteVerifier {
  readonly #all: AllLetters;
  readonly #letterAt: Map<string, Letter>;
  readonly #problems: Problem[] = [];

  readonly #copies: ReadonlyMap<string, string>;

  /** `copies` are the files at old addresses of letters that moved, each with the file of which it is a copy. */
  constructor(all: AllLetters, copies: ReadonlyMap<string, string> = new Map()) {
    this.#all = all;
    this.#copies = copies;
    this.#letterAt = new Map(
      publishedTexts(all.letters).map((letter) => [pageFile(letterPath(letter)), letter]),
    );
  }

  readonly addPage = (file: string, page: PageContent): void => {
    const letter = this.#letterAt.get(this.#copies.get(file) ?? file);
    this.#problems.push(...PAGE_CHECKS.flatMap((check) => check(file, page, letter)));
  };

  /**
   * Checks the whole site in `folder`; of finished files only that they are there and their links. Returns all
   * problems, one a line; empty if the site may be published.
   */
  async finish(
    folder: string,
    site: BuiltSite,
    address: URL,
    isFinished: SiteToVerify['isFinished'] = () => false,
  ): Promise<string[]> {
    const read = (file: string) => readFileSync(join(folder, file));
    const { letters, withdrawn } = this.#all;
    const whole: SiteToVerify = { ...site, letters, withdrawn, address, read, isFinished };
    const unfit: Problem[] = [];
    for (const check of FILE_CHECKS) if (unfit.length === 0) unfit.push(...(await check(whole)));
    for (const check of unfit.length === 0 ? SITE_CHECKS : [])
      this.#problems.push(...(await check(whole)));
    return [...unfit, ...this.#problems].map(({ file, message }) => `${file}  ${message}`);
  }
}

/** Verifies the site that was built of these letters in `folder` for `address`. Returns its problems. */
export function verifySite(folder: string, all: AllLetters, address: URL): Promise<string[]> {
  const verifier = new SiteVerifier(all);
  const site = readBuiltSite(folder, verifier.addPage);
  return verifier.finish(folder, site, address);
}
