import type { SheetForm } from '#app/stock/sheet-form.ts';
import { readPackQuantity, readPrice } from '#app/stock/pack-quantity.ts';
import { readDay } from '../../ui/day-field.tsx';
import { clipboardRows } from '../../ui/typing/clipboard-rows.ts';

export type SheetColumn =
  | 'product'
  | 'quantity'
  | 'price'
  | 'amount'
  | 'lot'
  | 'production'
  | 'expiry'
  | 'condition'
  | 'restFollows';

/** Columns in the order in which they stand in the grid; days of a batch are typed only where a new one can come in. */
export function sheetColumns(form: SheetForm): readonly SheetColumn[] {
  const takesNewLots = form.direction !== 'out' && !form.isArrival;
  return [
    'product',
    'quantity',
    ...(form.price === null ? [] : (['price', 'amount'] as const)),
    'lot',
    ...(takesNewLots ? (['production'] as const) : []),
    'expiry',
    ...(form.hasCondition ? (['condition'] as const) : []),
    ...(form.isArrival ? (['restFollows'] as const) : []),
  ];
}

/** What a pasted row puts into a line; `text` is a product still to be found, `quantity` is read once its pack is known. */
export interface PastedLine {
  readonly text?: string;
  readonly quantity?: string;
  readonly price?: string;
  readonly lot?: string;
  readonly production?: string;
  readonly expiry?: string;
}

const pasteable = ['product', 'quantity', 'price', 'lot', 'production', 'expiry'] as const;
type Pasteable = (typeof pasteable)[number];

/**
 * Rows copied from a spreadsheet, into the columns from the one that was pasted on. A row of headers is left out, and a column of
 * names between codes and quantities too.
 */
export function pastedLines(
  clipboard: string,
  from: SheetColumn,
  columns: readonly SheetColumn[],
): readonly PastedLine[] {
  const own = columns.filter((column): column is Pasteable =>
    (pasteable as readonly string[]).includes(column),
  );
  const start = own.indexOf(from as Pasteable);
  if (start < 0) return [];
  const into = own.slice(start);
  const rows = withoutNames(clipboardRows(clipboard), into);
  return withoutHeader(rows, into).map((cells) =>
    Object.fromEntries(
      into.flatMap((column, index) => {
        const cell = cells[index];
        return cell === undefined ? [] : [[column === 'product' ? 'text' : column, cell]];
      }),
    ),
  );
}

type Rows = readonly (readonly string[])[];

function isRead(column: Pasteable, cell: string): boolean {
  if (column === 'quantity') return readPackQuantity(cell, 1) !== undefined;
  if (column === 'price') return readPrice(cell) !== undefined;
  return column === 'product' || column === 'lot' || cell === '' || readDay(cell) !== undefined;
}

/** Codes are often followed by names: a second column without any number is one. */
function withoutNames(rows: Rows, into: readonly Pasteable[]): Rows {
  if (into[0] !== 'product' || into[1] !== 'quantity') return rows;
  const body = rows.length > 1 ? rows.slice(1) : rows;
  const isName = body.every((cells) => (cells[1] ?? '') === '' || !isRead('quantity', cells[1] ?? ''));
  const hasMore = rows.some((cells) => cells.length > 2);
  return isName && hasMore ? rows.map(([first = '', , ...rest]) => [first, ...rest]) : rows;
}

function withoutHeader(rows: Rows, into: readonly Pasteable[]): Rows {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0) return rows;
  return first.some((cell, index) => !isRead(into[index] ?? 'product', cell)) ? rest : rows;
}
