import { cellText, isBlank } from './cell-text.ts';
import { importedKinds } from './columns.ts';
import { matchHeader } from './header-text.ts';
import type { Cell, Sheet, SheetRow } from './sheet.ts';

/** The upper storey of a header in two storeys: `数量` over `订购 | 赠送`. */
export interface UpperHeader {
  readonly row: SheetRow;
  /** What stands above each column of the lower storey; '' where nothing does. */
  readonly texts: readonly string[];
}

function isWord(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && /\p{L}/u.test(cell) && cell.length <= 40;
}

/** A cell of the upper row runs down into the row below. */
function mergedDownwards(sheet: Sheet, upper: number): boolean {
  return sheet.merges.some(({ top, bottom }) => top === upper - 1 && bottom >= upper);
}

/** Text of the nearest filled cell to the left, this one included. */
function anchor(cells: readonly Cell[], column: number): string {
  for (let at = Math.min(column, cells.length - 1); at >= 0; at -= 1)
    if (!isBlank(cells[at])) return cellText(cells[at]).trim();
  return '';
}

/**
 * Without merges, the lower row fills only what one cell of the upper row spans: the cell itself and empty ones to its right.
 * A row of data, or the header under a title, fills more than that.
 */
function dividesOnlySpans(upper: readonly Cell[], lower: readonly Cell[]): boolean {
  let divided = 0;
  for (const [column, cell] of lower.entries()) {
    if (isBlank(cell)) continue;
    const spans = isBlank(upper[column]) || (column + 1 < lower.length && isBlank(upper[column + 1]));
    if (!spans) return false;
    divided += 1;
  }
  const alone = upper.filter((cell, column) => !isBlank(cell) && isBlank(lower[column])).length;
  return divided >= 2 && alone >= 2;
}

/** Fields that the texts of a row name, whatever the kind of sheet. */
function namedFields(cells: readonly Cell[]): number {
  const counts = importedKinds.map(
    (kind) =>
      new Set(
        cells
          .flatMap((cell) => (typeof cell === 'string' ? matchHeader(kind, cell).slice(0, 1) : []))
          .map(({ spec }) => spec.field),
      ).size,
  );
  return Math.max(...counts);
}

/** The storey above the header in row `lower`; undefined where the header has but one. */
export function upperHeader(sheet: Sheet, lower: number): UpperHeader | undefined {
  const at = sheet.rows.findIndex(({ number }) => number === lower);
  const [above, below] = [sheet.rows[at - 1], sheet.rows[at]];
  if (above === undefined || below === undefined || above.number !== lower - 1) return undefined;
  const words = [...above.cells, ...below.cells].every((cell) => isBlank(cell) || isWord(cell));
  if (!words || namedFields(above.cells) < 2) return undefined;
  if (!mergedDownwards(sheet, above.number) && !dividesOnlySpans(above.cells, below.cells)) return undefined;
  const width = Math.max(above.cells.length, below.cells.length);
  const texts = Array.from({ length: width }, (_, column) =>
    isBlank(below.cells[column]) ? cellText(above.cells[column]).trim() : anchor(above.cells, column),
  );
  return { row: above, texts };
}

function clarity(header: string): number {
  return Math.max(0, ...importedKinds.map((kind) => matchHeader(kind, header)[0]?.confidence ?? 0));
}

/**
 * Both storeys as one header, in the order in which people say it: `订购` under `数量` is 订购数量, `编码` under `客户` 客户编码.
 * A lower text that says it all (`商品编码` under `商品信息`) stands alone; `数量` under `赠品` does not.
 */
export function joinHeaders(upper: string, lower: string): string {
  if (lower === '') return upper;
  if (upper === '' || lower.includes(upper)) return lower;
  const gap = /[a-z]$/iu.test(upper) && /^[a-z]/iu.test(lower) ? ' ' : '';
  const [plain, turned] = [`${upper}${gap}${lower}`, `${lower}${gap}${upper}`];
  const joined = clarity(turned) > clarity(plain) ? turned : plain;
  return lower.length >= 3 && clarity(lower) === 1 && clarity(joined) < 1 ? lower : joined;
}
