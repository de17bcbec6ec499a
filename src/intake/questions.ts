/** Something to look at or to answer; both Chinese. */
export interface Question {
  where: string;
  what: string;
  /** Somebody must answer it before the letter is published. */
  first?: true;
}

export type Ask = (where: string, what: string, first?: 'first') => void;

/** A place in the received file, as the clerk finds it. */
export const rowLocation = ({ line, text }: { line: number; text: string }): string =>
  `收到的文件第 ${line} 行“${text.length > 16 ? `${text.slice(0, 15)}…` : text}”`;

/** The end of a long line as a place. */
export const rowEnd = ({ line, text }: { line: number; text: string }): string =>
  text.length > 16 ? `收到的文件第 ${line} 行末“…${text.slice(-15)}”` : rowLocation({ line, text });
