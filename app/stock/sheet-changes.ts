import type { SheetChange } from '../core/stock-problems.ts';
import type { StockSheet, StockSheetLine } from './stock-sheet.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What `after` says otherwise than `before`: fields of the head, and of lines. Lines are told apart by their products, so that
 * one that was put in or taken out does not make all below it look changed; they are counted as in `after`, those that are gone as
 * in `before`.
 */
export function sheetChanges(before: StockSheet, after: StockSheet): SheetChange[] {
  const { lines: linesBefore, ...headBefore } = before;
  const { lines: linesAfter, ...headAfter } = after;
  const changes = fieldChanges(null, headBefore, headAfter);
  for (const [was, is] of pairsOf(linesBefore, linesAfter)) {
    const line = (is ?? was ?? 0) + 1;
    changes.push(
      ...fieldChanges(
        line,
        (was === null ? undefined : linesBefore[was]) ?? {},
        (is === null ? undefined : linesAfter[is]) ?? {},
      ),
    );
  }
  return changes;
}

type Pair = readonly [was: number | null, is: number | null];

/** Which line became which, in order; null where there is none on one side. */
function pairsOf(before: readonly StockSheetLine[], after: readonly StockSheetLine[]): Pair[] {
  const pairs: Pair[] = [];
  let [was, is] = [0, 0];
  const fillTo = (nextWas: number, nextIs: number): void => {
    while (was < nextWas || is < nextIs)
      pairs.push([was < nextWas ? was++ : null, is < nextIs ? is++ : null]);
  };
  for (const [sameWas, sameIs] of keptLines(before, after)) {
    fillTo(sameWas, sameIs);
    pairs.push([was++, is++]);
  }
  fillTo(before.length, after.length);
  return pairs;
}

/** The longest run of lines of the same products in the same order on both sides (longest common subsequence). */
function keptLines(
  before: readonly StockSheetLine[],
  after: readonly StockSheetLine[],
): (readonly [number, number])[] {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  const isSame = (row: number, column: number): boolean =>
    before[row]?.productId === after[column]?.productId;
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--)
      lengths[row * width + column] = isSame(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const kept: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < before.length && column < after.length) {
    if (isSame(row, column)) kept.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return kept;
}

function fieldChanges(line: number | null, before: Fields, after: Fields): SheetChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field): SheetChange[] => {
    const was = asText(before[field]);
    const is = asText(after[field]);
    return was === is ? [] : [{ line, field, before: was, after: is }];
  });
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
