/** The part of edtf 4 that is used here; the package ships no types. */
declare module 'edtf' {
  /** Syntax tree of an EDTF string (ISO 8601-2). Months count from 0. Throws on bad syntax. */
  export function parse(text: string): {
    type: string;
    values: number[];
    uncertain?: boolean | number;
    approximate?: boolean | number;
    unspecified?: number;
  };
}
