import { QUESTIONS, readAnswer } from '../../src/setup/answers.ts';

/** What an invented publisher answers to each question of `npm run init`. */
export const FIRST_LINES = [
  '某县答复公开',
  '某省 某市 某县 0551',
  '某县志愿者 其他',
  '邮箱 reply@example.org',
  'cjj 某县城建局，某县教育局',
];

/** Valid answers: the second bureau has an id. */
export const FIRST_ANSWERS = new Map(
  QUESTIONS.map((question, at) => [
    question.field,
    readAnswer(question, FIRST_LINES[at]!.replace('，', '，jyj ')),
  ]),
);
