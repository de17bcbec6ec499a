/** Where words stand in a received file, or what shows them: the clerk's words. */
export type Place =
  | '正文'
  | '文本框'
  | '页眉'
  | '页脚'
  | '脚注'
  | '尾注'
  | '批注'
  | '图表'
  | 'SmartArt'
  | '艺术字'
  | '域'
  | '符号'
  | '公式'
  | '注音'
  | '自动编号'
  | '嵌入的文件'
  | '嵌入的对象'
  | '其他文字'
  | '注释';

/**
 * How words stand otherwise than as plain text. `deleted`: taken away by an open revision; `revised`:
 * put there by one, or in a cell that one takes away; `moved`: one or the other by a move; `hidden`:
 * Word does not show them; `struck`: struck out, once or twice; `raised`: above or below the line;
 * `changing`: another date each time the file is opened; `unprinted`: an instruction's, or a stored building block's.
 */
export type Mark =
  'deleted' | 'revised' | 'moved' | 'hidden' | 'struck' | 'raised' | 'changing' | 'unprinted';

/** Words of a received file. */
export interface Occurrence {
  in: Place;
  /** As the file has them; of a sign, what says which; `''` of what is drawn without words. */
  words: string;
  marks: readonly Mark[];
  /** Set in the running text: the body with its tables and text boxes. */
  running: boolean;
  /** The paragraph's place among the paragraphs of the file. */
  paragraph: number;
  /** Set where the file shows a sign and not the words; tells which characters may stand for it. */
  sign?: (char: string) => boolean;
  /** Says the same as other words of the file, for programs that cannot show those. */
  repeated?: true;
}

/** What was counted in a received file. */
export interface SecondReading {
  /** In the order of the file, a text box after the paragraph in which it stands. */
  occurrences: Occurrence[];
  /** What the running text shows otherwise than letters do, and text cannot say: 图片, 上标或下标, 符号字体的符号. */
  unlike: string[];
}
