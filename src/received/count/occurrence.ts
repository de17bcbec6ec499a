/** The place of words in a received file, or the object that shows them, in the clerk's words. */
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
  | '注释'
  | '网址'
  | '说明';

/**
 * The ways in which words differ from plain text. `deleted`: removed by an open revision; `revised`: inserted
 * by an open revision, or in a cell that such a revision removes; `moved`: removed or inserted by a move;
 * `hidden`: not shown by Word; `faint`: white, or as small as a speck; `struck`: struck out, once or twice; `raised`: above or below the line;
 * `changing`: another date each time the file is opened; `unprinted`: part of an instruction, or of a stored
 * building block.
 */
export type Mark =
  | 'deleted'
  | 'revised'
  | 'moved'
  | 'hidden'
  | 'faint'
  | 'struck'
  | 'raised'
  | 'changing'
  | 'unprinted';

/** Words of a received file. */
export interface Occurrence {
  in: Place;
  /** As in the file; for a sign, its description; `''` for an object that is drawn without words. */
  words: string;
  marks: readonly Mark[];
  /** Set in the running text: the body with its tables and text boxes. */
  running: boolean;
  /** The paragraph's place among the paragraphs of the file. */
  paragraph: number;
  /** Set if the file shows a sign instead of the words; returns true for the characters that can represent it. */
  sign?: (char: string) => boolean;
  /** Set if the words repeat other words of the file, for programs that cannot show those. */
  repeated?: true;
}

/** The words counted in a received file. */
export interface SecondReading {
  /** In the order of the file, a text box after the paragraph that contains it. */
  occurrences: Occurrence[];
  /** Contents of the running text that text cannot express: 图片, 提示语, 上标或下标, 符号字体的符号. */
  unlike: string[];
}

/** Returns true for the places of words that are also among a reading's asides. */
export const isAside = (place: string): boolean => ['注释', '网址', '说明'].includes(place);
