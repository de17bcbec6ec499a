import { visibleText } from '../language/hidden.ts';
import { PROGRAM, type Problem } from './check.ts';

/**
 * Reports the first difference between the words that a file contains and those that it should contain; white
 * space does not count.
 */
export function compareWords(file: string, said: string, meant: string): Problem[] {
  const [words, expected] = [visibleText(said), visibleText(meant)];
  if (words === expected) return [];
  let at = 0;
  while (words[at] === expected[at]) at++;
  const show = (text: string) => `“${text.slice(Math.max(0, at - 8), at + 9)}”`;
  const message = `第 ${at + 1} 字起应是${show(expected)}，却是${show(words)}。${PROGRAM}`;
  return [{ file, message }];
}
