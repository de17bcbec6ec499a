/** A node of mammoth's document, as far as it is read here. */
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
