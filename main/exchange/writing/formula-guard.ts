/**
 * Spreadsheet programs take text that begins like this for a formula when they open a text file (OWASP, “CSV
 * injection”; the full-width signs count in Chinese and Japanese versions). Apostrophes before it are ours.
 */
const formulaLike = /^'*[=+\-@＝＋－＠\t\r\n]/u;

/** Text for a text file that no program takes for a formula: with a leading apostrophe where needed. */
export function guardFormula(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text;
}

/** The inverse of {@link guardFormula}: exact for every text. */
export function revealFormula(text: string): string {
  return text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text;
}
