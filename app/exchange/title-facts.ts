import { cellText, isBlank } from './cell-text.ts';
import type { ImportedKind } from './columns.ts';
import { matchHeader } from './header-text.ts';
import type { Field } from './kinds.ts';
import type { TitleFact } from './plan-types.ts';
import { columnLetter } from './sheet.ts';
import type { Cell, Sheet } from './sheet.ts';

const pair = /([^\s:：]{1,20})\s*[:：]\s*(\S+)/gu;

function namedField(kind: ImportedKind, label: string): Field | null {
  const match = matchHeader(kind, label)[0];
  return match?.reason === 'synonym' ? match.spec.field : null;
}

/** `订单号：CG-1   日期：2026-01-01` in one cell. */
function pairsInCell(kind: ImportedKind, text: string): { field: Field; value: string }[] {
  return [...text.matchAll(pair)].flatMap((match) => {
    const field = namedField(kind, match[1] ?? '');
    return field === null ? [] : [{ field, value: match[2] ?? '' }];
  });
}

/** A label in one cell, the value in the next that is filled. */
function nextValue(cells: readonly Cell[], after: number): number {
  for (let column = after + 1; column <= Math.min(after + 4, cells.length - 1); column += 1) {
    if (!isBlank(cells[column])) return column;
  }
  return -1;
}

/**
 * What the rows above a table say for the whole of it: forms state order number, date and parties once, on top.
 * Only labels that the synonym table holds word for word, and the first value of each field.
 */
export function titleFacts(sheet: Sheet, kind: ImportedKind, headerRow: number): readonly TitleFact[] {
  const facts = new Map<Field, TitleFact>();
  const add = (field: Field, row: number, column: number, value: Cell): void => {
    if (!facts.has(field)) facts.set(field, { field, row, column: columnLetter(column), value });
  };
  for (const { number, cells } of sheet.rows) {
    if (number >= headerRow) break;
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== 'string' || isBlank(cell)) continue;
      const inside = pairsInCell(kind, cell);
      for (const { field, value } of inside) add(field, number, column, value);
      const field = inside.length > 0 ? null : namedField(kind, cellText(cell));
      const at = field === null ? -1 : nextValue(cells, column);
      if (field !== null && at >= 0) add(field, number, at, cells[at] ?? null);
    }
  }
  return [...facts.values()];
}
