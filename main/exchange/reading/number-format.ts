/**
 * Built-in formats that show a date or a time of day: 14 – 22, 45 and 47 everywhere, 27 – 36 and 50 – 58 in
 * Chinese, Japanese and Korean (ECMA-376 part 1, 18.8.30). 46 is `[h]:mm:ss`, an elapsed time, which is a
 * number.
 */
export function isBuiltInDayFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);
}

const literals = /"[^"]*"?|\\.|_.|\*./gsu;
const elapsed = /\[(?:h+|m+|s+)\]/iu;
const brackets = /\[[^\]]*\]?/gu;
const general = /general|g\/通用格式/giu;

/**
 * Whether a number format shows a calendar day or a time: it has a date letter outside quotes, brackets and
 * escapes. Elapsed times (`[h]:mm`) are numbers.
 */
export function isDayFormat(format: string): boolean {
  const code = format.replaceAll(literals, '');
  if (elapsed.test(code)) return false;
  return /[ymdhs]|aaa/iu.test(code.replaceAll(brackets, '').replaceAll(general, ''));
}
