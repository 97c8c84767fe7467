import { isBlank } from './cell-text.ts';
import { columnsOf, columnSpec, missingFields } from './columns.ts';
import type { ColumnSpec, ImportedKind } from './columns.ts';
import { isKnownHeader, matchHeader } from './header-text.ts';
import type { Field } from './kinds.ts';
import type { ColumnGuess } from './plan-types.ts';
import type { KnownStore } from './known-store.ts';
import { readDay } from './read-day.ts';
import { readMoney, readQuantity } from './read-number.ts';
import type { Cell } from './sheet.ts';

/** A column before it is understood: its header and some of its values, empty ones left out. */
export interface RawColumn {
  readonly index: number;
  readonly header: string;
  readonly values: readonly Cell[];
}

export interface ColumnMatch {
  readonly field: Field | null;
  readonly confidence: number;
  readonly reason: ColumnGuess['reason'];
}

/** Column index → field, or null to leave out: what a person chose, or confirmed for such a file before. */
export type FieldChoice = Readonly<Record<number, Field | null>>;

const unmapped: ColumnMatch = { field: null, confidence: 0, reason: 'none' };

function share(values: readonly Cell[], test: (cell: Cell) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

function looksLikeDay(cell: Cell): boolean {
  return readDay(cell).value !== null;
}

/** Whether the values could be what a merely similar header promises. */
function fits(spec: ColumnSpec, values: readonly Cell[]): boolean {
  if (values.length === 0) return true;
  if (spec.shape === 'day') return share(values, looksLikeDay) >= 0.5;
  if (spec.shape === 'quantity' || spec.shape === 'number')
    return (
      share(
        values,
        (cell) =>
          readQuantity(cell, true).code !== 'quantity.invalid' && readQuantity(cell, true).value !== null,
      ) >= 0.5
    );
  if (spec.shape === 'money') return share(values, (cell) => readMoney(cell, true).value !== null) >= 0.5;
  return true;
}

function place(
  matches: Map<number, ColumnMatch>,
  taken: Set<Field>,
  kind: ImportedKind,
  choice: FieldChoice | undefined,
  reason: 'person' | 'remembered',
  columns: readonly RawColumn[],
): void {
  if (choice === undefined) return;
  for (const { index } of columns) {
    const field = Object.hasOwn(choice, index) ? choice[index] : undefined;
    if (field === undefined || matches.has(index)) continue;
    const usable = field !== null && columnSpec(kind, field) !== undefined && !taken.has(field);
    if (field !== null && !usable) continue;
    if (field !== null) taken.add(field);
    matches.set(index, { field, confidence: 1, reason });
  }
}

function placeByHeader(
  matches: Map<number, ColumnMatch>,
  taken: Set<Field>,
  kind: ImportedKind,
  columns: readonly RawColumn[],
): void {
  const candidates = columns
    .filter(({ index }) => !matches.has(index))
    .flatMap((column) => matchHeader(kind, column.header).map((match) => ({ column, match })))
    .filter(({ column, match }) => match.reason === 'synonym' || fits(match.spec, column.values))
    // Of two columns with equal claim, the one that holds values.
    .toSorted(
      (left, right) =>
        right.match.confidence - left.match.confidence ||
        Math.sign(right.column.values.length) - Math.sign(left.column.values.length) ||
        left.column.index - right.column.index,
    );
  for (const { column, match } of candidates) {
    if (matches.has(column.index) || taken.has(match.spec.field)) continue;
    taken.add(match.spec.field);
    matches.set(column.index, {
      field: match.spec.field,
      confidence: match.confidence,
      reason: match.reason,
    });
  }
}

/** What a required field's values look like, where no header names it. */
function valueTest(field: Field, known: KnownStore): ((cell: Cell) => boolean) | null {
  if (field === 'day') return (cell) => looksLikeDay(cell) && (typeof cell !== 'number' || cell > 10_000_000);
  if (field === 'productCode' || field === 'code')
    return (cell) => typeof cell === 'string' && known.products.has(cell.trim());
  if (field === 'quantity')
    return (cell) => typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < 1_000_000;
  return null;
}

function placeByValues(
  matches: Map<number, ColumnMatch>,
  taken: Set<Field>,
  kind: ImportedKind,
  columns: readonly RawColumn[],
  known: KnownStore,
): void {
  for (const field of missingFields(kind, taken)) {
    const test = valueTest(field, known);
    if (test === null) continue;
    const fitting = columns.filter(
      ({ index, header, values }) =>
        !matches.has(index) && values.length > 0 && !isKnownHeader(header) && share(values, test) >= 0.8,
    );
    const only = fitting.length === 1 ? fitting[0] : undefined;
    if (only === undefined) continue;
    taken.add(field);
    matches.set(only.index, { field, confidence: 0.5, reason: 'values' });
  }
}

/** Understands each column as a field of `kind`; every field is given to one column at most. */
export function mapColumns(
  kind: ImportedKind,
  columns: readonly RawColumn[],
  known: KnownStore,
  choices: { readonly person?: FieldChoice | undefined; readonly remembered?: FieldChoice | undefined },
  alreadyStated: ReadonlySet<Field> = new Set(),
): readonly ColumnMatch[] {
  const matches = new Map<number, ColumnMatch>();
  const taken = new Set<Field>();
  place(matches, taken, kind, choices.person, 'person', columns);
  place(matches, taken, kind, choices.remembered, 'remembered', columns);
  placeByHeader(matches, taken, kind, columns);
  for (const field of alreadyStated) taken.add(field);
  placeByValues(matches, taken, kind, columns, known);
  return columns.map(({ index }) => matches.get(index) ?? unmapped);
}

/** Fields of the kind that some column holds. */
export function mappedFields(kind: ImportedKind, matches: readonly ColumnMatch[]): ReadonlySet<Field> {
  const fields = new Set(matches.map(({ field }) => field));
  return new Set(
    columnsOf(kind)
      .map(({ field }) => field)
      .filter((field) => fields.has(field)),
  );
}

/** Up to `limit` values of a column that are not empty. */
export function columnValues(
  rows: readonly { readonly cells: readonly Cell[] }[],
  index: number,
  limit: number,
): readonly Cell[] {
  const values: Cell[] = [];
  for (const { cells } of rows) {
    const cell = cells[index] ?? null;
    if (isBlank(cell)) continue;
    values.push(cell);
    if (values.length >= limit) break;
  }
  return values;
}
