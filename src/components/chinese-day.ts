/** `2026-11-23` or `2026-11-23 09:00` as 2026年11月23日. */
export const chineseDay = (day: string): string => {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
