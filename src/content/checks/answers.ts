import type { Check } from './check.ts';

/** An edition to be published has no open questions. */
export const checkAnswers: Check = ({ letter: { questions = [] } }) =>
  questions.length > 0
    ? [
        {
          path: ['questions'],
          message: '还有没有回答的问题',
          help: '逐条处理后，把 questions 一项删去',
        },
      ]
    : [];
