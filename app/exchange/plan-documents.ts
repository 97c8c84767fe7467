import type { StockSheetLine } from '../stock/stock-sheet.ts';
import type { WrittenKind } from '../stock/stock-words.ts';
import { createDocumentBook } from './document-rows.ts';
import { stockKey } from './known-store.ts';
import { planDocument, problemAt } from './plan-document.ts';
import type { DocumentPlan } from './plan-document.ts';
import { readMovements } from './plan-movements.ts';
import { readReceipts } from './plan-receipts.ts';
import type { PlannedDocument } from './planned-types.ts';
import { lotCode } from './stock-book.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

/** On one day what comes in is booked before what goes out. */
const first: readonly WrittenKind[] = [
  'receipt',
  'exchange_in',
  'customer_return',
  'assembly',
  'disassembly',
];

function inOrder(documents: readonly PlannedDocument[]): PlannedDocument[] {
  const rank = ({ sheet }: PlannedDocument): number =>
    first.includes(sheet.kind) ? 0 : sheet.kind === 'transfer_out' ? 1 : 2;
  return documents.toSorted(
    (left, right) =>
      (left.sheet.day < right.sheet.day ? -1 : left.sheet.day > right.sheet.day ? 1 : 0) ||
      rank(left) - rank(right),
  );
}

/** The pieces of a row over the order's lines of its product, as far as each is open; what is too much stays with the last. */
function answering(context: PlanContext, document: PlannedDocument): PlannedDocument {
  const { sheet, rows, keys } = document;
  const order = context.known.stock.orders.get(sheet.orderId ?? '');
  if (sheet.kind !== 'receipt' || order === undefined) return document;
  const used = new Map<number, number>();
  const parts = sheet.lines.flatMap((line, index) =>
    overLines(line).map((part, place) => ({
      line: part,
      row: rows[index],
      key: place === 0 ? keys[index] : '',
    })),
  );
  function overLines(line: StockSheetLine): StockSheetLine[] {
    const ordered = order?.lines.filter(({ productCode }) => productCode === line.productId) ?? [];
    if (ordered.length === 0) return [line];
    let left = line.quantity;
    return ordered.flatMap(({ line: orderLine, open }, index) => {
      const answered =
        (context.answered.get(`${order?.number} ${orderLine}`) ?? 0) + (used.get(orderLine) ?? 0);
      const part = index === ordered.length - 1 ? left : Math.min(left, Math.max(0, open - answered));
      if (part <= 0) return [];
      left -= part;
      used.set(orderLine, (used.get(orderLine) ?? 0) + part);
      return [{ ...line, orderLine, quantity: part }];
    });
  }
  return {
    sheet: { ...sheet, lines: parts.map(({ line }) => line) },
    rows: parts.flatMap(({ row }) => row ?? []),
    keys: parts.map(({ key }) => key ?? ''),
  };
}

/** What the document leaves behind for those after it. */
function carryOut(context: PlanContext, { document, entries }: DocumentPlan): void {
  const { sheet, rows } = document;
  const rowOf = (line: number) => rows[line] ?? { sheet: '', row: 0 };
  // A dispatch of a file has arrived: what leaves here lies there, and nothing stays on its way.
  const own = sheet.kind === 'transfer_out' ? entries.filter(({ role }) => role === 'main') : entries;
  context.book.book(own, sheet.day, rowOf);
  if (sheet.kind === 'transfer_out') {
    for (const { productId, lot, quantity, sheetLine } of own) {
      const code = lot === null || 'newLot' in lot ? null : lotCode(lot.lotId);
      const key = stockKey(productId, sheet.toWarehouseId ?? '', code);
      context.book.bookOne(key, -quantity, sheet.day, rowOf(sheetLine));
    }
  }
  for (const { orderLine, quantity } of sheet.lines) {
    if (orderLine === null || orderLine === undefined) continue;
    const key = `${sheet.orderId ?? ''} ${orderLine}`;
    context.answered.set(key, (context.answered.get(key) ?? 0) + quantity);
  }
  context.documents.push(document);
}

/** What is still to come of each order that the file delivers on: said once, at the last of its deliveries. */
function tellWhatIsOpen(context: PlanContext): void {
  const last = new Map<string, PlannedDocument>();
  for (const document of context.documents)
    if (document.sheet.kind === 'receipt' && document.sheet.orderId)
      last.set(document.sheet.orderId, document);
  for (const [number, { rows }] of last) {
    const open = (context.known.stock.orders.get(number)?.lines ?? []).flatMap((line) => {
      const rest = line.open - (context.answered.get(`${number} ${line.line}`) ?? 0);
      return rest > 0 ? [`${line.productCode} ${rest}`] : [];
    });
    const [place] = rows;
    if (open.length === 0 || place === undefined) continue;
    const more = open.length > 5 ? '、…' : '';
    context.problems.push({
      ...place,
      column: '',
      field: 'orderNumber',
      code: 'order.under',
      severity: 'warning',
      found: number,
      expected: `${open.slice(0, 5).join('、')}${more}`,
    });
  }
}

/** Plans the receipts and other documents of the file, in the order of their days, one after the other. */
export function planDocuments(context: PlanContext, tasks: readonly SheetTask[]): void {
  const book = createDocumentBook();
  const taskOf = new Map(tasks.map((task) => [task.guess.name, task]));
  for (const task of tasks) {
    if (task.guess.kind === 'receipts') readReceipts(context, task, book);
    if (task.guess.kind === 'movements') readMovements(context, task, book);
  }
  for (const written of inOrder(book.documents())) {
    const plan = planDocument(context, taskOf, answering(context, written));
    if (plan === null) continue;
    for (const warning of plan.warnings) {
      // Whether stock suffices is said of all days at once, see short-stock.ts.
      const place = plan.document.rows[(warning.line ?? 1) - 1];
      if (warning.code === 'stock.short' || place === undefined) continue;
      context.problems.push(problemAt(taskOf, place, warning, 'warning'));
    }
    carryOut(context, plan);
  }
  tellWhatIsOpen(context);
}
