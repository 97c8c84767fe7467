const longest = 31;
// oxlint-disable-next-line no-control-regex -- control characters are just what has to go
const forbidden = /[[\]:*?/\\\u0000-\u001F\u007F]/gu;

/**
 * Names that every spreadsheet program accepts: at most 31 characters, none of `[]:*?/\`, no apostrophe at
 * either end, and each different from the others also without regard to case.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean =
      cut(
        name
          .replaceAll(forbidden, '_')
          .replaceAll(/^'+|'+$/gu, '')
          .trim(),
        longest,
      ) || `Sheet${index + 1}`;
    let unique = clean;
    for (let next = 2; taken.has(unique.toLowerCase()); next++) {
      const suffix = ` (${next})`;
      unique = cut(clean, longest - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** Length counts UTF-16 units; no half of a pair is left over. */
function cut(text: string, length: number): string {
  return text
    .toWellFormed()
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
}
