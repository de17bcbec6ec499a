import { sha256 } from '../../digest.ts';
import { publishedTexts } from '../../letter/letter.ts';
import { letterText } from '../../letter/text.ts';
import { formatsOf } from '../../outputs/index.ts';
import { letterPath } from '../../permalinks/paths.ts';
import { startStep } from '../../progress.ts';
import { PROGRAM, type Problem, type SiteCheck } from '../check.ts';
import { compareWords } from '../compare.ts';

/**
 * Every format that contains the letter's words says them unchanged; a format whose bytes follow from the
 * letter has these bytes.
 */
export const checkFormats: SiteCheck = async ({ letters, read, isFinished }) => {
  const problems: Problem[] = [];
  const texts = publishedTexts(letters);
  const step = startStep('核对每种格式的文字', texts.length);
  for (const letter of texts) {
    step.advance();
    for (const format of formatsOf(letter)) {
      if (!format.words && !format.sha256) continue;
      const file = letterPath(letter) + format.file;
      if (isFinished(file)) continue;
      const content = read(file);
      if (format.words) {
        const fragments = (format.text ?? letterText)(letter);
        const said = await format.words(content);
        problems.push(...compareWords(file, said, fragments.map(({ text }) => text).join('')));
      }
      if (format.sha256 && format.sha256(letter) !== sha256(content))
        problems.push({ file, message: `与收到的文件不同。${PROGRAM}` });
    }
  }
  step.end();
  return problems;
};
