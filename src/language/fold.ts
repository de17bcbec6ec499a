/** Variants and their plain characters: traditional forms, and the radicals that PDF files contain instead of characters. */
const VARIANTS =
  '議议 復复 覆复 關关 於于 對对 屆届 會会 號号 員员 係系 聯联 電电 話话 長长 縣县 區区 協协 黨党 務务 辦办 廳厅 處处 ' +
  '開开 發发 請请 選选 屬属 現现 將将 項项 題题 謝谢 誠诚 後后 業业 計计 劃划 進进 從从 麗丽 簡简 報报 郵邮 編编 單单 ' +
  '機机 絕绝 祕秘 內内 級级 資资 傳传 閱阅 參参 ' +
  '⺠民 ⻓长 ⻔门 ⻅见 ⻚页 ⻋车 ⻢马 ⻛风 ⻩黄 ⻘青 ⻄西 ⻝食 ⻜飞 ⻰龙 ⻬齐 ⻮齿 ⻆角 ⻉贝 ⻦鸟 ⻥鱼';
const PLAIN = new Map(VARIANTS.split(' ').map(([variant, plain]) => [variant!, plain!]));
const ODD = new RegExp(`[${[...PLAIN.keys()].join('')}\\u2E80-\\u2FDF\\uF900-\\uFAFF]`, 'g');

/** Replaces variants of characters by plain characters: ⼈⼤ becomes 人大, 議 becomes 议. The length does not change. */
export const foldVariants = (text: string): string =>
  text.replaceAll(ODD, (char) => PLAIN.get(char) ?? char.normalize('NFKC'));

/** Folds a text for comparison: variants and full-width characters become plain characters, white space is removed. */
export const foldText = (text: string): string =>
  foldVariants(text).normalize('NFKC').replaceAll(/\s/g, '');
