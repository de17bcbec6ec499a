import { ENCODINGS, isCompressible } from '../../outputs/precompress.ts';
import { publishedTexts } from '../../letter/letter.ts';
import type { AllLetters } from '../../letter/sessions.ts';
import { formatsOf } from '../../outputs/index.ts';
import {
  ABOUT,
  figuresPath,
  letterPath,
  proposalPath,
  sessionPath,
  withdrawnMark,
} from '../../permalinks/paths.ts';
import { pageFile, PROGRAM, type SiteCheck } from '../check.ts';

/** The files that a site of these letters has; it may have more. */
const expectedFiles = ({ letters, withdrawn }: AllLetters): string[] => [
  ...['', ABOUT, ...[...letters, ...withdrawn].map(sessionPath)].map(pageFile),
  ...['404.html', 'robots.txt', 'sitemap-index.xml'],
  ...publishedTexts(letters).flatMap((letter) => [
    pageFile(letterPath(letter)),
    ...(letter.figures ? [pageFile(figuresPath(letter))] : []),
    ...formatsOf(letter).map(({ file }) => letterPath(letter) + file),
  ]),
  ...withdrawn.flatMap((letter) => [
    pageFile(letterPath(letter)),
    ...(letter.hasFigures ? [pageFile(figuresPath(letter))] : []),
    ...(letter.proposalText ? [pageFile(proposalPath(letter))] : []),
    withdrawnMark(letter),
  ]),
];

/** Every file that the letters require exists, with both compressed copies if it is compressible. */
export const checkFiles: SiteCheck = ({ files, ...all }) => {
  const copies = [...files]
    .filter(isCompressible)
    .flatMap((name) => Object.keys(ENCODINGS).map((ending) => `${name}.${ending}`));
  return [...new Set([...expectedFiles(all), ...copies])]
    .filter((file) => !files.has(file))
    .map((file) => ({ file, message: `没有生成。${PROGRAM}` }));
};
