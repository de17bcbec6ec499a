import { findPersonalData } from '../disclosure/personal-data.ts';
import { wholeFile, type Diagnostic, type Result } from '../diagnostics.ts';
import { parseKey } from '../letter/key.ts';
import { stubSchema } from '../letter/schema/withdrawal.ts';
import type { Withdrawal } from '../letter/withdrawal.ts';
import { NO_FINGERPRINT } from '../permalinks/fingerprints.ts';
import type { Ledger } from '../permalinks/ledger.ts';
import { figuresPath, letterPath, proposalPath } from '../permalinks/paths.ts';
import type { EditionInput } from './edition.ts';
import { readYaml, splitFrontMatter } from './front-matter.ts';
import { findHiddenCharacters } from './hidden-characters.ts';
import { findExcess } from './limits.ts';

/** Returns true for the text of a stub: what remains in `content/` of the edition of a withdrawn letter. */
export const isStub = (text: string): boolean =>
  /^withdrawn:/m.test(splitFrontMatter(text)?.yaml ?? '');

/** The remedy for a command that needs a letter that is withdrawn. */
export const returnHelp = (key: string): string =>
  `要恢复的，运行 npm run withdraw -- ${key} --undo`;

/** The remedy for a stub that an editor wrote or changed. */
const HELP = '不要手写；用 git 取回这份答复的文件和 content/addresses，再运行 npm run withdraw -- ';

/** Reports the files and the words that a withdrawn letter must not have in `content/`. */
function findRemains({ edition, received, figures, key, proposal }: EditionInput): Diagnostic[] {
  const remains = [received, figures, proposal?.edition, proposal?.received];
  const beside = remains.flatMap((found) => (found ? found.file : []));
  const { rest = '' } = splitFrontMatter(edition.text) ?? {};
  return [
    ...beside.map((file) =>
      wholeFile(
        file,
        `${edition.file} 写明答复已经撤下，这个文件却还在`,
        '移出 content 文件夹；要恢复这份答复，运行 npm run withdraw -- 届次/编号 --undo',
      ),
    ),
    ...(rest.trim() === ''
      ? []
      : [wholeFile(edition.file, '答复已经撤下，正文却还在', HELP + key)]),
  ];
}

/** Reports personal data in the published words of a decision. */
const findPrivate = (words: string, file: string): Diagnostic[] =>
  words
    .split('\n')
    .flatMap(findPersonalData)
    .map(({ kind, words: found }) =>
      wholeFile(
        file,
        `撤下的理由或决定的单位里，“${found}”像是个人信息（${kind}），会公布在网页上`,
        '理由只写类别，如 个人信息',
      ),
    );

/**
 * Reads the stub of a withdrawn letter. Reports what remains of the letter in `content/`, a letter that was
 * never published, and a ledger that still has fingerprints of its words.
 */
export function readStub(input: EditionInput, ledger: Ledger): Result<Withdrawal> {
  const { key, edition } = input;
  const { file, text } = edition;
  const excess = findExcess(text, file);
  const { yaml } = splitFrontMatter(text) ?? {};
  if (excess.length > 0 || yaml === undefined) return { diagnostics: excess };
  const { data, diagnostics } = readYaml(yaml, stubSchema, file, 2);
  const entries = ledger.get(letterPath({ key }))?.entries;
  const proposal = entries && parseKey(key);
  const besideProposal = ledger.get(proposalPath({ key }))?.entries;
  const hasPrints = [...(entries ?? []), ...(besideProposal ?? [])].some(
    ([name, print]) => print && print !== NO_FINGERPRINT && name !== 'corrections',
  );
  const all = [
    ...findHiddenCharacters(text, file),
    ...diagnostics,
    ...findRemains(input),
    ...findPrivate(`${data?.withdrawn.why}\n${data?.withdrawn.by}`, file),
    ...(proposal
      ? []
      : [
          wholeFile(
            file,
            '网址登记里没有这份答复，它没有公布过，不能撤下',
            '公布过的，先用 git 取回 content/addresses；没有公布过的，删去这个文件',
          ),
        ]),
    ...(hasPrints
      ? [wholeFile(file, '答复已经撤下，网址登记里却还有它的文字的指纹', HELP + key)]
      : []),
  ];
  if (!data || !proposal || all.length > 0) return { diagnostics: all };
  const namesOf = (page: typeof entries) => {
    const names = [...page.keys()];
    return {
      fragments: names.flatMap((name) => (name.startsWith('#') ? name.slice(1) : [])),
      files: names.filter((name) => !name.startsWith('#') && name.includes('.')),
    };
  };
  const { fragments, files } = namesOf(entries);
  const below = besideProposal && namesOf(besideProposal);
  return {
    value: {
      key,
      proposal,
      ...data,
      fragments,
      files: [...files, ...(below?.files ?? []).map((name) => `proposal/${name}`)],
      ...(below && { proposalText: { fragments: below.fragments } }),
      hasFigures: ledger.has(figuresPath({ key })),
    },
    diagnostics: [],
  };
}
