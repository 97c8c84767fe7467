import type { SheetProblem } from '../core/stock-problems.ts';
import { planSheet } from '../stock/plan-sheet.ts';
import type { PlannedEntry, ProductFacts, StockFacts } from '../stock/plan-types.ts';
import type { StockSheet } from '../stock/stock-sheet.ts';
import type { Field } from './kinds.ts';
import { stockPlace } from './known-store.ts';
import type { PlannedDocument, RowReference } from './planned-types.ts';
import type { Problem } from './problem-types.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

/** What planning one document of the file came to: what is left of it once lines that cannot be posted are out. */
export interface DocumentPlan {
  readonly document: PlannedDocument;
  readonly entries: readonly PlannedEntry[];
  /** What was said and does not hinder; the lines are those of `document`. */
  readonly warnings: readonly SheetProblem[];
}

/** Where what is said about a field of a document as written is shown in the file. */
const fields: Readonly<Record<string, readonly Field[]>> = {
  partnerId: ['partner', 'supplier', 'customerCode', 'customerName'],
  orderId: ['orderNumber'],
  orderLine: ['orderNumber'],
  originId: ['documentKind'],
  warehouseId: ['warehouse'],
  toWarehouseId: ['toWarehouse'],
  productId: ['productCode', 'barcode', 'productName'],
  quantity: ['quantity', 'packs'],
  unitPrice: ['unitPrice', 'amount'],
  lot: ['lot'],
  reason: ['reason'],
};

/**
 * Plans a document by the rules of posting, against stock as it is after the documents of the file before it. Lines with errors
 * are kept out and reported at their rows; an error of the head keeps all of them out. Null where nothing is left.
 */
export function planDocument(
  context: PlanContext,
  tasks: ReadonlyMap<string, SheetTask>,
  written: PlannedDocument,
): DocumentPlan | null {
  let document = written;
  while (document.sheet.lines.length > 0) {
    const plan = planSheet(document.sheet, factsOf(context, document.sheet));
    const errors = plan.problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return { document, entries: plan.entries, warnings: plan.problems };
    reject(context, tasks, document, errors);
    document = without(document, errors);
  }
  return null;
}

function reject(
  context: PlanContext,
  tasks: ReadonlyMap<string, SheetTask>,
  { rows }: PlannedDocument,
  errors: readonly SheetProblem[],
): void {
  for (const error of errors) {
    const places = error.line === null ? rows : rows.slice(error.line - 1, error.line);
    for (const place of uniqueRows(places)) {
      context.problems.push(problemAt(tasks, place, error, 'rejection'));
      tasks.get(place.sheet)?.outcomes.set(place.row, 'rejected');
    }
  }
}

/** One row can stand behind several lines, and where one of them cannot be posted none of them is. */
function without(document: PlannedDocument, errors: readonly SheetProblem[]): PlannedDocument {
  const isWhole = errors.some(({ line }) => line === null);
  const bad = new Set(errors.map(({ line }) => rowKey(document.rows[(line ?? 1) - 1])));
  const kept = [...document.rows.keys()].filter(
    (index) => !isWhole && !bad.has(rowKey(document.rows[index])),
  );
  return {
    sheet: { ...document.sheet, lines: kept.flatMap((index) => document.sheet.lines[index] ?? []) },
    rows: kept.flatMap((index) => document.rows[index] ?? []),
    keys: kept.map((index) => document.keys[index] ?? ''),
  };
}

function rowKey(row: RowReference | undefined): string {
  return row === undefined ? '' : `${row.row} ${row.sheet}`;
}

function uniqueRows(rows: readonly RowReference[]): RowReference[] {
  return [...new Map(rows.map((row) => [rowKey(row), row])).values()];
}

/** Something said about a document, at the cell it is about. */
export function problemAt(
  tasks: ReadonlyMap<string, SheetTask>,
  { sheet, row }: RowReference,
  { field, code, found, expected }: Pick<SheetProblem, 'field' | 'code' | 'found' | 'expected'>,
  severity: Problem['severity'],
): Problem {
  const columns = tasks.get(sheet)?.guess.columns ?? [];
  const candidates = fields[field] ?? [];
  const column = candidates.flatMap((one) => columns.filter((known) => known.field === one))[0];
  return {
    sheet,
    row,
    column: column?.letter ?? '',
    field: column?.field ?? candidates[0] ?? null,
    code: `document.${code}`,
    severity,
    found: readable(found),
    expected: readable(expected),
  };
}

/** Ids in plans are codes; those of batches and partners have two parts. */
function readable(text: string): string {
  return text.replaceAll('\u001F', ' ');
}

/** All that planning a sheet needs to know, of the store as the file has changed it so far. */
function factsOf(context: PlanContext, sheet: StockSheet): StockFacts {
  const { book, known } = context;
  const products = new Map<string, ProductFacts>();
  for (const { productId } of sheet.lines) addProduct(context, products, productId);
  const codes = [...products.keys()];
  const kinds = [...known.stock.warehouses];
  const order =
    sheet.orderId === undefined || sheet.orderId === null ? undefined : known.stock.orders.get(sheet.orderId);
  return {
    products,
    lots: new Map(codes.flatMap((code) => book.lots(code).map((lot) => [lot.lotId, lot] as const))),
    balances: new Map(codes.map((code) => [code, book.balances(code, sheet.warehouseId, sheet.day)])),
    reserved: new Map(
      codes.flatMap((code) => {
        const held = known.stock.reserved.get(stockPlace(code, sheet.warehouseId));
        return held === undefined ? [] : [[code, held] as const];
      }),
    ),
    warehouses: new Map(kinds.map(([id, { name, kind }]) => [id, { id, name, kind }])),
    transitWarehouseId: kinds.find(([, { kind }]) => kind === 'transit')?.[0] ?? '',
    quarantineWarehouseId: kinds.find(([, { kind }]) => kind === 'quarantine')?.[0] ?? '',
    partnerKind: partnerKindOf(sheet),
    origin: null,
    order:
      order === undefined
        ? null
        : {
            isOpen: order.isOpen,
            lines: order.lines.map(({ line, productCode, open }) => ({
              line,
              productId: productCode,
              open: Math.max(0, open - (context.answered.get(`${order.number} ${line}`) ?? 0)),
            })),
          },
  };
}

function addProduct({ book }: PlanContext, products: Map<string, ProductFacts>, code: string): void {
  const product = book.product(code);
  if (product === undefined || products.has(code)) return;
  products.set(code, product);
  for (const { productId } of product.components) {
    const part = book.product(productId);
    if (part !== undefined) products.set(productId, part);
  }
}

function partnerKindOf({ partnerId }: StockSheet): StockFacts['partnerKind'] {
  const kind = partnerId?.slice(0, partnerId.indexOf('\u001F'));
  return kind === 'customer' || kind === 'supplier' || kind === 'distributor' ? kind : null;
}
