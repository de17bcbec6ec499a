/** A page in an engine. All sizes are in CSS px. */
export interface EnginePage {
  /** Opens an address and waits until its page has loaded. */
  open(address: string): Promise<void>;
  /** Sets the size of the viewport of the next page that is opened. */
  resize(width: number, height: number): Promise<void>;
  /** Runs a function in the page and returns its result. It must not refer to anything outside itself. */
  evaluate<Result, Arguments extends unknown[]>(
    work: (...values: Arguments) => Result | Promise<Result>,
    ...values: Arguments
  ): Promise<Result>;
  /** Presses the control key with a letter, as a person does to copy or to paste. */
  pressControl(letter: string): Promise<void>;
  /** Returns a picture of the whole page, as PNG. */
  picture(): Promise<Buffer>;
  /** Returns the page as it is printed, as PDF; absent if the engine cannot print here. */
  print?(): Promise<Buffer>;
}

export type Scheme = 'light' | 'dark';

/** An engine that runs, with one page. */
export interface Engine {
  page: EnginePage;
  /** What this engine cannot show on this machine, in Chinese. */
  limits: string[];
  close(): Promise<void>;
}

/** WebDriver's source of input that presses the control key with a letter (WebDriver, 17.4.2). */
export const controlKeys = (letter: string) => {
  const CONTROL = '\uE009';
  const key = (type: 'keyDown' | 'keyUp', value: string) => ({ type, value });
  const actions = [
    ...[key('keyDown', CONTROL), key('keyDown', letter)],
    ...[key('keyUp', letter), key('keyUp', CONTROL)],
  ];
  return [{ type: 'key', id: 'keyboard', actions }];
};

/** The source of an expression that calls a function with values, which JSON must be able to express. */
export const callOf = (work: (...values: never[]) => unknown, values: unknown[]): string =>
  `(${String(work)})(...${JSON.stringify(values)})`;
