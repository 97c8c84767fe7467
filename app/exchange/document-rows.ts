import type { BusinessDay } from '../core/business-day.ts';
import type { StockSheet, StockSheetLine } from '../stock/stock-sheet.ts';
import { occurrenceKey } from './fingerprint.ts';
import { lotKey } from './known-store.ts';
import type { PartnerKind } from './known-store.ts';
import type { PlannedDocument, RowReference } from './planned-types.ts';
import type { RowCursor } from './row-cursor.ts';
import { seenBefore } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';
import { agreesWithLot, readLotCode } from './stock-lots.ts';

/** What the lines of one document have in common. */
export type DocumentHead = Omit<StockSheet, 'lines'>;

/** A line read whole, not yet planned. */
export interface DocumentLine {
  readonly line: StockSheetLine;
  readonly place: RowReference;
  readonly key: string;
}

interface DocumentDraft {
  readonly head: DocumentHead;
  readonly lines: DocumentLine[];
}

/** Lines of the file gathered into documents by what they have in common. */
export interface DocumentBook {
  add(number: string, head: DocumentHead, line: DocumentLine): void;
  documents(): PlannedDocument[];
}

/** As many lines as a document as written can have. */
const mostLines = 2000;

export function createDocumentBook(): DocumentBook {
  const drafts = new Map<string, DocumentDraft>();
  return {
    add(number, head, line) {
      const { note: _, ...identity } = head;
      const key = `${number}\u001F${JSON.stringify(identity)}`;
      const draft = drafts.get(key);
      if (draft === undefined) drafts.set(key, { head, lines: [line] });
      else draft.lines.push(line);
    },
    documents: () => [...drafts.values()].flatMap(inPieces),
  };
}

function inPieces({ head, lines }: DocumentDraft): PlannedDocument[] {
  const pieces: PlannedDocument[] = [];
  for (let start = 0; start < lines.length; start += mostLines) {
    const part = lines.slice(start, start + mostLines);
    pieces.push({
      sheet: { ...head, lines: part.map(({ line }) => line) },
      rows: part.map(({ place }) => place),
      keys: part.map(({ key }) => key),
    });
  }
  return pieces;
}

/** The day of the row, else the day that the file is read for; null where what stands there is none. */
export function readDocumentDay(cursor: RowCursor, context: PlanContext): BusinessDay | null {
  const day = cursor.day('day');
  return day ?? (cursor.refused('day') ? null : context.options.asOf);
}

/** The warehouse's code, the default one where none is named; '' where it is not known, which is noted. */
export function readWarehouseCode(
  cursor: RowCursor,
  context: PlanContext,
  field: 'warehouse' | 'toWarehouse' = 'warehouse',
): string {
  const name = cursor.text(field);
  if (name === '') return field === 'warehouse' ? context.known.defaultWarehouse : '';
  const code = context.known.warehouses.get(name);
  if (code === undefined)
    cursor.note(field, 'warehouse.unknown', {
      expected: [...context.known.stock.warehouses.values()].map((one) => one.name).join('、'),
    });
  return code ?? '';
}

/** As a StockSheet in a plan names partners. */
export function partnerIdOf(kind: PartnerKind, code: string): string {
  return `${kind}\u001F${code}`;
}

/**
 * The supplier's code. A name that the store does not know is the only supplier's, if there is only one: delivery notes call
 * headquarters by its full name.
 */
export function readSupplier(
  cursor: RowCursor,
  { known }: PlanContext,
  field: 'supplier' | 'partner',
  otherwise: string,
): string {
  const name = cursor.text(field);
  if (name === '') return otherwise;
  const { supplier: suppliers } = known.stock.partners;
  const code = suppliers.get(name);
  if (code !== undefined) return code;
  const codes = [...new Set(suppliers.values())];
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) {
    cursor.note(field, 'supplier.assumed', { expected: only });
    return only;
  }
  cursor.note(field, 'partner.unknown', { expected: [...suppliers.keys()].slice(0, 6).join('、') });
  return '';
}

/** The batch of a line whose goods come in; null for none, undefined where its days do not fit, which is noted. */
export function readIncomingLot(
  cursor: RowCursor,
  context: PlanContext,
  productCode: string,
): StockSheetLine['lot'] | undefined {
  const lot = {
    productCode,
    lot: readLotCode(cursor, context, productCode),
    productionDay: cursor.day('productionDay'),
    expiryDay: cursor.day('expiryDay'),
    certificate: cursor.text('certificate'),
  };
  if (!agreesWithLot(cursor, context, lot)) return undefined;
  return lot.lot === null ? null : { lotId: lotKey(productCode, lot.lot) };
}

/** The key of a line that is new to file and store; null, with the reason noted, where it is a duplicate. */
export function newDocumentKey(
  context: PlanContext,
  task: SheetTask,
  content: readonly (string | number)[],
): string | null {
  const key = content.join('\u001F');
  const { cursor } = task;
  const before = seenBefore(context, task, key);
  if (before !== null && !context.options.keepRepeated) {
    cursor.note(null, 'line.repeated', { found: String(content[1] ?? ''), expected: before });
    return null;
  }
  const occurrence = (context.occurrences.get(key) ?? 0) + 1;
  context.occurrences.set(key, occurrence);
  const own = occurrenceKey(key, occurrence);
  if (!context.known.stock.hasDocumentLine(own)) return own;
  cursor.note(null, 'line.known', { found: String(content[1] ?? '') });
  return null;
}
