/** A run of a contact line; a telephone number has the link that dials it, `tel:+8657463813127`. */
interface ContactRun {
  text: string;
  href?: string;
}

/**
 * Matches a landline, with or without its area code, and a service number: 400 or 800 and seven digits, or
 * five digits such as 12345; or a mobile number, in whatever groups, which belongs to a person.
 */
const NUMBER =
  /(?<!\d)(?:(?<mobile>1[-—－ .]?[3-9](?:[-—－ .]{0,2}\d){9})|(?<service>(?:400|800)[-—－ ]?\d{3,4}[-—－ ]?\d{3,4}|(?:12|95|96)\d{3})|(?:[（(]?(?<area>0\d{2,3})[）)]?[-—－ ]?)?(?<local>[2-8]\d{6,7}))(?!\d)/g;

/** Splits a contact line at its telephone numbers. Only lines with a word such as 电话 have any. */
export function splitTelephoneNumbers(line: string, areaCode: string): ContactRun[] {
  if (!/电话|手机|传真|热线/.test(line)) return [{ text: line }];
  const parts: ContactRun[] = [];
  let end = 0;
  for (const { 0: text, groups = {}, index } of line.matchAll(NUMBER)) {
    const { mobile, service, area = areaCode, local } = groups;
    if (mobile !== undefined) continue;
    parts.push({ text: line.slice(end, index) });
    parts.push({
      text,
      href: service ? `tel:${service.replaceAll(/\D/g, '')}` : `tel:+86${area.slice(1)}${local}`,
    });
    end = index + text.length;
  }
  return [...parts, { text: line.slice(end) }].filter(({ text }) => text !== '');
}
