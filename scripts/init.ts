import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Refusal } from '../src/refusal.ts';
import { QUESTIONS, readAnswer, type Answers, type Question } from '../src/setup/answers.ts';
import { EXAMPLE, requireExample, setUpProject } from '../src/setup/project.ts';
import { completeChanges } from '../src/takedown/transaction.ts';
import { dayOf, runAllOrNothing } from './lib/takedown.ts';

/**
 * `npm run init` makes a fresh clone the project of a publisher: it asks for what only the publisher knows,
 * moves the example letter to the tests, and leaves a site without letters. Flags answer questions in advance.
 * Status 0: done; 1: refused, and nothing was changed.
 */
const USAGE = [
  '写法：npm run init，逐项回答；或在后面写明，如',
  ['  npm run init --', ...QUESTIONS.map(({ field, example }) => `--${field} "${example}"`)].join(
    ' ',
  ),
].join('\n');

/** Prints questions, and returns the lines that a person answers with; undefined at the end of the input. */
function createAsker(): (question: Question) => Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  return async ({ words, example }) => {
    process.stdout.write(`${words}（如 ${example}）：`);
    const line = await lines.next();
    return line.done ? undefined : line.value;
  };
}

/** Asks until the answer is valid. Throws a Refusal if there is none. */
async function askFor(question: Question, ask: ReturnType<typeof createAsker>): Promise<unknown> {
  for (;;) {
    const line = await ask(question);
    if (line === undefined && question.empty !== undefined) return question.empty;
    if (line === undefined) throw new Refusal(`\n没有回答：${question.words}\n${USAGE}`);
    try {
      return readAnswer(question, line);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.log(error.message);
    }
  }
}

/** Carries out the command line; returns the report. */
async function init(): Promise<string> {
  const options = Object.fromEntries(
    QUESTIONS.map(({ field }) => [field, { type: 'string' as const }]),
  );
  const { values } = parseArgs({ options });
  completeChanges(process.cwd());
  requireExample(process.cwd());
  const given: Answers = new Map();
  for (const question of QUESTIONS) {
    const line = values[question.field];
    if (typeof line === 'string') given.set(question.field, readAnswer(question, line));
  }
  const ask = createAsker();
  const answers: Answers = new Map();
  for (const question of QUESTIONS)
    answers.set(question.field, given.get(question.field) ?? (await askFor(question, ask)));
  setUpProject(process.cwd(), answers, dayOf());
  return [
    `content/site.yaml 写好了；样例答复移到 ${EXAMPLE}，只供 npm test 用。`,
    '接着：',
    '  1. npm start 看网站：还没有答复',
    '  2. npm run add -- 答复.docx 加第一份，照它的报告处理',
    '  3. npm run check、npm start 看过以后，npm run record 登记，用 git 提交',
    '  4. SITE_URL=网址 npm run build，再 npm run deploy -- 文件夹',
    '改名称、单位：content/site.yaml；改首页、关于本站：content/pages',
  ].join('\n');
}

await runAllOrNothing(USAGE, init);
process.stdin.destroy();
