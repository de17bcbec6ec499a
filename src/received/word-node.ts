/** The properties of mammoth's document nodes that are read here. */
export interface WordNode {
  type: string;
  children?: WordNode[];
  value?: string;
  checked?: boolean;
  numbering?: object | null;
  colSpan?: number;
  rowSpan?: number;
  isStrikethrough?: boolean;
  verticalAlignment?: string;
}
