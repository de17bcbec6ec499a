export { compareReadings, declarationOf, type Difference, type DifferenceKind } from './compare.ts';
export { isAside } from './occurrence.ts';
export { countMarkdown, countText, withoutRules } from './text.ts';
export { countWord } from './word.ts';
export { OpenPackage } from './package.ts';
export { decodeXml } from './xml.ts';
