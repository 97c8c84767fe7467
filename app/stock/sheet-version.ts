import type { StockSheet, StockSheetLine } from './stock-sheet.ts';

type Head = Omit<StockSheet, 'lines'>;

/** What a version of a sheet has otherwise than the version before it. */
export interface SheetVersionChange {
  /** Fields of the head that are different now; null for what is there no more. */
  readonly head: Readonly<Record<string, unknown>>;
  /** From this line on (counted from 0) so many lines went out, and these came in. */
  readonly from: number;
  readonly out: number;
  readonly in: readonly StockSheetLine[];
}

/**
 * What has to be kept of a version whose predecessor is kept: with {@link applySheetChange} the same sheet again. Lines that are the
 * same at the beginning and at the end are left out, so that a scan into a long document keeps one line.
 */
export function sheetVersionChange(before: StockSheet, after: StockSheet): SheetVersionChange {
  const [linesBefore, linesAfter] = [before.lines.map(asText), after.lines.map(asText)];
  const shorter = Math.min(linesBefore.length, linesAfter.length);
  let from = 0;
  while (from < shorter && linesBefore[from] === linesAfter[from]) from++;
  let same = 0;
  while (same < shorter - from && linesBefore.at(-1 - same) === linesAfter.at(-1 - same)) same++;
  return {
    head: headChanges(before, after),
    from,
    out: linesBefore.length - from - same,
    in: after.lines.slice(from, after.lines.length - same),
  };
}

/** The sheet as it was in the version that the change leads to; not checked, as it comes from what was kept. */
export function applySheetChange(before: StockSheet, change: SheetVersionChange): unknown {
  const lines = [
    ...before.lines.slice(0, change.from),
    ...change.in,
    ...before.lines.slice(change.from + change.out),
  ];
  return { ...before, ...change.head, lines };
}

function headChanges(before: StockSheet, after: StockSheet): Record<string, unknown> {
  const { lines: _before, ...was } = before;
  const { lines: _after, ...is } = after;
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])] as (keyof Head)[];
  return Object.fromEntries(
    fields.flatMap((field) => (was[field] === is[field] ? [] : [[field, is[field] ?? null]])),
  );
}

function asText(line: StockSheetLine): string {
  return JSON.stringify(line);
}
