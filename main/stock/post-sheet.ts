import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { SheetProblem } from '#app/core/stock-problems.ts';
import type { NewLot, PlannedEntry } from '#app/stock/plan-types.ts';
import { planSheet } from '#app/stock/plan-sheet.ts';
import { kindsWithOrder } from '#app/stock/plan-head.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';
import { newId } from '#db/ids.ts';
import { readStockFacts } from '#db/queries/stock/facts.ts';
import { recordInspections } from '#db/queries/stock/inspection-posting.ts';
import { completeLot } from '#db/queries/stock/lot-effects.ts';
import { answerOrder } from '#db/queries/stock/order-answers.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import type { PostedDocument, PostingTerms, StockLineToPost } from '#db/queries/stock/posting-types.ts';
import { recordSale } from '#db/queries/stock/sales-of-document.ts';
import type { Write } from '#db/store.ts';

export interface SheetTerms extends PostingTerms {
  readonly actor: string;
  readonly importId?: string | null;
  /** Where given, nothing is posted on a later day. */
  readonly today?: BusinessDay;
}

export interface PostedSheet extends PostedDocument {
  /** What was said and did not hinder. */
  readonly warnings: readonly SheetProblem[];
}

/**
 * Posts a document as written: the one flow of every kind, from plan to ledger, orders, sales and inspection records, in the
 * transaction of `write`. Fails with `stock.sheetInvalid`, which names every problem at once, and as posting does
 * ({@link postStockDocument}); then nothing is written.
 */
export async function postSheet(write: Write, sheet: StockSheet, terms: SheetTerms): Promise<PostedSheet> {
  const plan = planSheet(sheet, await readStockFacts(write.trx, sheet), terms.today);
  const errors = plan.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw appError('stock.sheetInvalid', { problems: errors });
  const lots = insertLots(write, plan.newLots, terms);
  for (const { lotId, productionDay, expiryDay, certificate: certificateNumber } of plan.learned)
    await completeLot(write.trx, lotId, { productionDay, expiryDay, certificateNumber }, terms);
  const lines = plan.entries.map((entry) => lineOf(entry, lots));
  const isPurchase = sheet.kind === 'receipt';
  const orderId = kindsWithOrder.includes(sheet.kind) ? (sheet.orderId ?? null) : null;
  const posted = await postStockDocument(
    write,
    {
      kind: sheet.kind,
      day: sheet.day,
      partnerId: sheet.partnerId ?? null,
      importId: terms.importId ?? null,
      note: sheet.note,
      content: JSON.stringify(sheet),
      warehouseId: sheet.warehouseId,
      toWarehouseId: sheet.kind === 'transfer_out' ? (sheet.toWarehouseId ?? null) : null,
      originId: sheet.originId ?? null,
      purchaseOrderId: isPurchase ? orderId : null,
      customerOrderId: isPurchase ? null : orderId,
      reason: sheet.reason ?? '',
      actor: terms.actor,
      lines,
    },
    terms,
  );
  await answerOrder(write.trx, sheet, posted.id, terms.now);
  await recordSale(write, sheet, posted, terms);
  if (isPurchase) await recordInspections(write.trx, posted.id, terms);
  return { ...posted, warnings: plan.problems };
}

function insertLots(
  { bulk }: Write,
  newLots: readonly NewLot[],
  { now, importId }: SheetTerms,
): ReadonlyMap<string, string> {
  const ids = new Map(newLots.map((lot) => [`${lot.productId} ${lot.code}`, newId()]));
  bulk.insert(
    'lot',
    [
      'id',
      'product_id',
      'code',
      'production_day',
      'expiry_day',
      'certificate_number',
      'import_id',
      'created_at',
    ],
    newLots.map((lot) => [
      ids.get(`${lot.productId} ${lot.code}`) ?? '',
      lot.productId,
      lot.code,
      lot.productionDay,
      lot.expiryDay,
      lot.certificate,
      importId ?? null,
      now.toISOString(),
    ]),
  );
  return ids;
}

function lineOf(entry: PlannedEntry, lots: ReadonlyMap<string, string>): StockLineToPost {
  const { lot, cost, link, weight } = entry;
  return {
    productId: entry.productId,
    warehouseId: entry.warehouseId,
    lotId:
      lot === null
        ? null
        : 'lotId' in lot
          ? lot.lotId
          : (lots.get(`${entry.productId} ${lot.newLot}`) ?? null),
    quantity: entry.quantity,
    costFen: cost,
    role: entry.role,
    ...(link === undefined ? {} : { link }),
    ...(weight === undefined ? {} : { weight }),
  };
}
