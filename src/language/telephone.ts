/** A run of a contact line; a telephone number has the link that dials it, `tel:+8657463813127`. */
interface ContactRun {
  text: string;
  href?: string;
}

const NUMBER = /(?<!\d)(?:(1\d{10})|(?:[（(]?(0\d{2,3})[）)]?[-—－ ]?)?([2-8]\d{6,7}))(?!\d)/g;

/** Splits a contact line at its telephone numbers. Only lines with a word such as 电话 have any. */
export function splitTelephoneNumbers(line: string, areaCode: string): ContactRun[] {
  if (!/电话|手机|传真|热线/.test(line)) return [{ text: line }];
  const parts: ContactRun[] = [];
  let end = 0;
  for (const { 0: text, 1: mobile, 2: area = areaCode, 3: local = '', index } of line.matchAll(
    NUMBER,
  )) {
    parts.push({ text: line.slice(end, index) });
    parts.push({ text, href: `tel:+86${mobile ?? area.slice(1) + local}` });
    end = index + text.length;
  }
  return [...parts, { text: line.slice(end) }].filter(({ text }) => text !== '');
}
