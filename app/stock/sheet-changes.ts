import type { SheetChange } from '../core/stock-problems.ts';
import type { StockSheet } from './stock-sheet.ts';

type Record_ = Readonly<Record<string, unknown>>;

/** What `after` says otherwise than `before`: fields of the head, and of lines by their place. */
export function sheetChanges(before: StockSheet, after: StockSheet): SheetChange[] {
  const { lines: linesBefore, ...headBefore } = before;
  const { lines: linesAfter, ...headAfter } = after;
  const changes = fieldChanges(null, headBefore, headAfter);
  const count = Math.max(linesBefore.length, linesAfter.length);
  for (let index = 0; index < count; index++) {
    changes.push(...fieldChanges(index + 1, linesBefore[index] ?? {}, linesAfter[index] ?? {}));
  }
  return changes;
}

function fieldChanges(line: number | null, before: Record_, after: Record_): SheetChange[] {
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
