import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { Quantity } from '../core/quantity.ts';
import { cellReader } from './cell-readers.ts';
import type { CellReader } from './cell-readers.ts';
import { cellText } from './cell-text.ts';
import { columnSpec } from './columns.ts';
import type { Field } from './kinds.ts';
import type { SheetGuess } from './plan-types.ts';
import type { Problem, ProblemCode, ProblemSeverity } from './problem-types.ts';
import { longestText } from './read-text.ts';
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
  for (const { field, value } of guess.facts ?? []) add(field, '', -1, value);
  return readers;
}

export interface CursorOptions {
  readonly asOf: BusinessDay;
  readonly textFile: boolean;
  readonly problems: Problem[];
}

interface CursorState {
  readonly sheet: string;
  readonly options: CursorOptions;
  readonly readers: ReadonlyMap<Field, ColumnReader>;
  readonly refused: Set<Field>;
  row: SheetRow;
  rejected: boolean;
  repaired: boolean;
}

function cellOf({ index, stated }: ColumnReader, row: SheetRow): Cell {
  return index < 0 ? stated : (row.cells[index] ?? null);
}

function say(state: CursorState, field: Field | null, code: ProblemCode, detail: NoteDetail): void {
  const reader = field === null ? undefined : state.readers.get(field);
  const severity = detail.severity ?? severityOf(code);
  if (severity === 'repair') state.repaired = true;
  if (severity === 'rejection') {
    state.rejected = true;
    if (field !== null) state.refused.add(field);
  }
  state.options.problems.push({
    sheet: state.sheet,
    row: state.row.number,
    column: reader?.letter ?? '',
    field,
    code,
    severity,
    found:
      detail.found ?? (reader === undefined ? '' : cellText(cellOf(reader, state.row)).slice(0, longestText)),
    expected: detail.expected ?? '',
  });
}

/** What is to be said about the reading itself; an error in a cell nobody needs is only a warning. */
function sayReading(state: CursorState, reader: ColumnReader, code: ProblemCode, expected: string): void {
  const severity = code === 'cell.error' && !reader.required ? 'warning' : severityOf(code);
  // What is mended in a title line is no repair of each row below it.
  if (reader.index < 0 && severity !== 'rejection') return;
  say(state, reader.field, code, { expected, severity });
}

function readValue(state: CursorState, field: Field): unknown {
  const reader = state.readers.get(field);
  if (reader === undefined) return null;
  const { value, code, expected } = reader.read(cellOf(reader, state.row));
  if (code !== null) sayReading(state, reader, code, expected);
  if (!reader.past || value === null || (value as string) <= state.options.asOf) return value;
  say(state, field, 'date.future', { expected: state.options.asOf });
  return null;
}

export function createCursor(
  guess: SheetGuess,
  rows: readonly SheetRow[],
  options: CursorOptions,
): RowCursor {
  const readers = columnReaders(guess, rows, options.textFile);
  const row: SheetRow = { number: 0, cells: [] };
  const state: CursorState = {
    sheet: guess.name,
    options,
    readers,
    refused: new Set(),
    row,
    rejected: false,
    repaired: false,
  };
  return {
    sheet: guess.name,
    get row() {
      return state.row.number;
    },
    get rejected() {
      return state.rejected;
    },
    get repaired() {
      return state.repaired;
    },
    start(next) {
      state.row = next;
      state.rejected = false;
      state.repaired = false;
      state.refused.clear();
    },
    has: (field) => readers.has(field),
    raw(field) {
      const reader = readers.get(field);
      return reader === undefined ? null : cellOf(reader, state.row);
    },
    text: (field) => (readValue(state, field) as string | null) ?? '',
    day: (field) => readValue(state, field) as BusinessDay | null,
    quantity: (field) => readValue(state, field) as Quantity | null,
    money: (field) => readValue(state, field) as Fen | null,
    whole: (field) => readValue(state, field) as number | null,
    peek(other, field) {
      const reader = readers.get(field);
      const found = reader?.read(cellOf(reader, other)).value;
      return typeof found === 'string' ? found : '';
    },
    refused: (field) => state.refused.has(field),
    note: (field, code, detail = {}) => say(state, field, code, detail),
  };
}
