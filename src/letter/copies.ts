/** 抄送： with the spaces that printing puts between its characters; 抄报 where it goes upward. */
export const COPIES_LABEL = /^抄\s*[送报]\s*[：:]?/;

/** The printed line as its label and the names after it, each with the mark that follows it. */
export function splitCopies(printed: string): { label: string; names: string[] } {
  const label = COPIES_LABEL.exec(printed)?.[0] ?? '';
  return { label, names: printed.slice(label.length).split(/(?<=[，、；])/) };
}

/** Those it names: 抄送：甲，乙、丙。 gives 甲, 乙 and 丙. */
export const copyRecipients = (printed: string): string[] =>
  splitCopies(printed)
    .names.join('')
    .split(/[，、；。\s]+/)
    .filter(Boolean);
