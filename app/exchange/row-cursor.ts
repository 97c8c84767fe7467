import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { Quantity } from '../core/quantity.ts';
import { cellReader } from './cell-readers.ts';
import type { CellReader } from './cell-readers.ts';
import { cellText } from './cell-text.ts';
import { columnSpec } from './columns.ts';
import type { Field } from './kinds.ts';
import type { Problem, ProblemCode, ProblemSeverity, SheetGuess } from './plan-types.ts';
import { severityOf } from './severity.ts';
import type { Cell, SheetRow } from './sheet.ts';

interface ColumnReader {
  readonly field: Field;
  readonly letter: string;
  /** −1 where the value stands above the table. */
  readonly index: number;
  readonly stated: Cell;
  readonly required: boolean;
  readonly past: boolean;
  readonly read: CellReader;
}

/** What is said about a cell beyond its code. */
interface NoteDetail {
  readonly found?: string;
  readonly expected?: string;
  readonly severity?: ProblemSeverity;
}

/** Reads the mapped columns of one row at a time, noting what is to be said about its cells. */
export interface RowCursor {
  readonly sheet: string;
  readonly row: number;
  /** Something in the row was refused, so it cannot be imported. */
  readonly rejected: boolean;
  readonly repaired: boolean;
  start(row: SheetRow): void;
  /** A column or a title line holds the field. */
  has(field: Field): boolean;
  raw(field: Field): Cell;
  /** '' where empty or refused. */
  text(field: Field): string;
  day(field: Field): BusinessDay | null;
  quantity(field: Field): Quantity | null;
  money(field: Field): Fen | null;
  whole(field: Field): number | null;
  /** As `text`, without noting anything: for a look at the whole column beforehand. */
  peek(row: SheetRow, field: Field): string;
  /** The field's cell in this row was refused, so that it is not also called missing. */
  refused(field: Field): boolean;
  note(field: Field | null, code: ProblemCode, detail?: NoteDetail): void;
}

function columnReaders(
  guess: SheetGuess,
  rows: readonly SheetRow[],
  textFile: boolean,
): Map<Field, ColumnReader> {
  const readers = new Map<Field, ColumnReader>();
  const add = (field: Field, letter: string, index: number, stated: Cell): void => {
    const spec = columnSpec(guess.kind, field);
    if (spec === undefined || readers.has(field)) return;
    const read = cellReader(spec, rows, index, textFile || index < 0);
    readers.set(field, {
      field,
      letter,
      index,
      stated,
      required: spec.required === true,
      past: spec.past === true,
      read,
    });
  };
  for (const { field, letter, index } of guess.columns) if (field !== null) add(field, letter, index, null);
  for (const { field, column, value } of guess.facts ?? []) add(field, column, -1, value);
  return readers;
}

export interface CursorOptions {
  readonly asOf: BusinessDay;
  readonly textFile: boolean;
  readonly problems: Problem[];
}

export function createCursor(
  guess: SheetGuess,
  rows: readonly SheetRow[],
  options: CursorOptions,
): RowCursor {
  const { asOf, textFile, problems } = options;
  const readers = columnReaders(guess, rows, textFile);
  const sheet = guess.name;
  const refusedFields = new Set<Field>();
  let current: SheetRow = { number: 0, cells: [] };
  let rejected = false;
  let repaired = false;

  const cellOf = (reader: ColumnReader, row: SheetRow): Cell =>
    reader.index < 0 ? reader.stated : (row.cells[reader.index] ?? null);

  const say = (
    reader: ColumnReader | undefined,
    field: Field | null,
    code: ProblemCode,
    detail: NoteDetail,
  ): void => {
    const severity = detail.severity ?? severityOf[code];
    if (severity === 'rejection') {
      rejected = true;
      if (field !== null) refusedFields.add(field);
    }
    if (severity === 'repair') repaired = true;
    const found =
      detail.found ?? (reader === undefined ? '' : cellText(cellOf(reader, current)).slice(0, 200));
    problems.push({
      sheet,
      row: current.number,
      column: reader?.letter ?? '',
      field,
      code,
      severity,
      found,
      expected: detail.expected ?? '',
    });
  };

  const value = (field: Field): unknown => {
    const reader = readers.get(field);
    if (reader === undefined) return null;
    const reading = reader.read(cellOf(reader, current));
    if (reading.code !== null) {
      const harmless = reading.code === 'cell.error' && !reader.required;
      // A repaired title line is one repair of the file, not one of each row.
      if (reader.index >= 0 || severityOf[reading.code] === 'rejection') {
        say(reader, field, reading.code, {
          expected: reading.expected,
          ...(harmless ? { severity: 'warning' } : {}),
        });
      }
    }
    if (reader.past && reading.value !== null && (reading.value as string) > asOf) {
      say(reader, field, 'date.future', { expected: asOf });
      return null;
    }
    return reading.value;
  };

  return {
    sheet,
    get row() {
      return current.number;
    },
    get rejected() {
      return rejected;
    },
    get repaired() {
      return repaired;
    },
    start(row) {
      current = row;
      rejected = false;
      repaired = false;
      refusedFields.clear();
    },
    has: (field) => readers.has(field),
    raw(field) {
      const reader = readers.get(field);
      return reader === undefined ? null : cellOf(reader, current);
    },
    text: (field) => (value(field) as string | null) ?? '',
    day: (field) => value(field) as BusinessDay | null,
    quantity: (field) => value(field) as Quantity | null,
    money: (field) => value(field) as Fen | null,
    whole: (field) => value(field) as number | null,
    peek(row, field) {
      const reader = readers.get(field);
      const found = reader?.read(cellOf(reader, row)).value;
      return typeof found === 'string' ? found : '';
    },
    refused: (field) => refusedFields.has(field),
    note: (field, code, detail = {}) =>
      say(field === null ? undefined : readers.get(field), field, code, detail),
  };
}
