import { cellText, isBlank } from './cell-text.ts';
import type { SkippedRow } from './plan-types.ts';
import type { Cell, Sheet, SheetRow } from './sheet.ts';

const total =
  /^(?:.{0,8}?(?:合\s*计|总\s*计|小\s*计|总\s*和|汇\s*总|累\s*计|共\s*计)(?:[(（].*[)）])?|(?:grand\s+|sub[\s-]?)?totals?)\s*[:：]?\s*[\d.,]*\s*[件个元支盒]?$/iu;
/** Signatures and remarks under a table. */
const footer =
  /^(?:制表|制单|审核|复核|经办|签字|签收|送货人|收货人|发货人|开单|仓管|司机|打印|备注|说明|注|printed|prepared|approved|remarks?|notes?).{0,12}[:：]/iu;

/** What the sorting of rows needs to know of the columns. */
export interface RowShape {
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** Columns that identify a row (codes, numbers, barcodes, names): a total row has none of them. */
  readonly identity: readonly number[];
}

function isTotalLabel(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.length <= 24 && total.test(cell.trim());
}

function isRepeatedHeader(cells: readonly Cell[], headers: readonly string[]): boolean {
  let same = 0;
  let filled = 0;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (cell === null || isBlank(cell)) continue;
    filled += 1;
    if (typeof cell === 'string' && cell.trim() === headers[column]) same += 1;
    else if (filled - same > 2) return false;
  }
  return same >= 2 && same * 3 >= filled * 2;
}

/** `制表人：李四   审核：`: a few texts, the first with such a label. Only labels may stand where rows are identified. */
function isFooter(cells: readonly Cell[], identity: readonly number[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const [first] = filled;
  if (filled.length > 4 || typeof first !== 'string' || !footer.test(first.trim())) return false;
  const isLabel = (cell: Cell | undefined): boolean => typeof cell === 'string' && /[:：]/u.test(cell);
  return identity.every((column) => isBlank(cells[column]) || isLabel(cells[column]));
}

/** A total or a remark: it has nothing to identify it, but for the label itself. */
function belowTheData(cells: readonly Cell[], identity: readonly number[]): SkippedRow['reason'] | null {
  const named = identity.filter((column) => !isBlank(cells[column]));
  const [only] = named;
  const total =
    only === undefined ? cells.some(isTotalLabel) : named.length === 1 && isTotalLabel(cells[only]);
  if (total) return 'total';
  return isFooter(cells, identity) ? 'title' : null;
}

function reasonToSkip({ cells, number }: SheetRow, shape: RowShape): SkippedRow['reason'] | null {
  if (cells.every(isBlank)) return 'blank';
  if (number < shape.headerRow) return 'title';
  if (shape.headerRow > 0 && isRepeatedHeader(cells, shape.headers)) return 'repeatedHeader';
  return belowTheData(cells, shape.identity);
}

function rowText(cells: readonly Cell[]): string {
  return cells
    .map((cell) => cellText(cell).trim())
    .filter((text) => text !== '')
    .slice(0, 6)
    .join(' ')
    .slice(0, 120);
}

/** Divides a sheet into rows of data and rows that are none, each of those with its reason. The header is neither. */
export function sortRows(
  sheet: Sheet,
  shape: RowShape,
): { readonly data: number; readonly skipped: readonly SkippedRow[] } {
  const skipped: SkippedRow[] = [];
  let data = 0;
  for (const row of sheet.rows) {
    if (row.number === shape.headerRow) continue;
    const reason = reasonToSkip(row, shape);
    if (reason === null) data += 1;
    else skipped.push({ row: row.number, reason, text: rowText(row.cells) });
  }
  return { data, skipped };
}

/** The rows of data, as {@link sortRows} found them. */
export function dataRows(
  sheet: Sheet,
  headerRow: number,
  skipped: readonly SkippedRow[],
): readonly SheetRow[] {
  const left = new Set(skipped.map(({ row }) => row));
  return sheet.rows.filter(({ number }) => number !== headerRow && number > headerRow && !left.has(number));
}
