/** The part of a stream that a report of progress needs. */
export interface ProgressOutput {
  isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** A step of a command. */
export interface Step {
  /** Counts one more thing as done. */
  advance(): void;
  end(): void;
}

/** Times in milliseconds: before a count is shown, and between two counts on a terminal and elsewhere. */
const PATIENCE = 2000;
const REDRAW = 200;
const REPEAT = 30_000;

/** A length of time in Chinese, of milliseconds: `41 秒`, `3 分 5 秒`. */
export function formatDuration(time: number): string {
  const seconds = Math.max(1, Math.round(time / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds % 60} 秒`;
}

let isShown = false;
/** The output whose last line is unfinished. */
let unfinished: ProgressOutput | undefined;

/** Lets this process report its steps. A command does; a test and `astro dev`, which run the same code, do not. */
export const showProgress = (): void => void (isShown = true);

/** Ends the line of a step that failed, so that its error begins a line of its own. */
export function leaveStep(): void {
  unfinished?.write('\n');
  unfinished = undefined;
}

/** Starts the clock of a command; the function that it returns reports the time, if it was long. */
export function timeCommand(output: ProgressOutput = process.stderr): () => void {
  const start = performance.now();
  return () => {
    const time = performance.now() - start;
    if (time >= PATIENCE) output.write(`用了 ${formatDuration(time)}\n`);
  };
}

/**
 * Reports a step of a command, one line a step, on the channel for errors. A step of `total` things that takes
 * more than two seconds shows on a terminal how many are done and the time left; elsewhere it adds a plain line
 * from time to time.
 */
export function startStep(
  what: string,
  total = 0,
  output: ProgressOutput | undefined = isShown ? process.stderr : undefined,
): Step {
  const isTerminal = output?.isTTY === true;
  const start = performance.now();
  let done = 0;
  let next = start + (isTerminal ? PATIENCE : REPEAT);

  const draw = (text: string, isEnd: boolean): void => {
    output?.write(`${isTerminal ? '\r\u001B[K' : ''}${text}${isTerminal && !isEnd ? '' : '\n'}`);
    unfinished = isTerminal && !isEnd ? output : undefined;
  };
  draw(`${what}……`, false);
  return {
    advance() {
      const now = performance.now();
      done++;
      if (now < next || done >= total) return;
      next = now + (isTerminal ? REDRAW : REPEAT);
      const left = ((now - start) / done) * (total - done);
      draw(`${what}：${done}/${total}，还要约 ${formatDuration(left)}`, false);
    },
    end() {
      if (!isTerminal) return;
      const time = performance.now() - start;
      draw(`${what}${time < PATIENCE ? '' : `，用了 ${formatDuration(time)}`}`, true);
    },
  };
}
