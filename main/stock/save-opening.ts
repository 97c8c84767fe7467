import { earliestDay, isTooEarly } from '#app/core/earliest-day.ts';
import { appError } from '#app/core/errors.ts';
import type { OpeningLineProblem } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { completedDays } from '#app/stock/expiry.ts';
import type { LotDays } from '#app/stock/expiry.ts';
import { lotCodeKey } from '#app/stock/lot-code.ts';
import { largestQuantity } from '#app/core/quantity.ts';
import { newId } from '#db/ids.ts';
import { completeLot } from '#db/queries/stock/lot-effects.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import type { PostedDocument, PostingTerms, StockLineToPost } from '#db/queries/stock/posting-types.ts';
import type { Write } from '#db/store.ts';

import { knownLot, readKnown } from './opening-known.ts';
import type { KnownOpening } from './opening-known.ts';
import { dayOf, lotKey, lotOf, lotsOf } from './opening-line.ts';
import type { OpeningLine } from './opening-line.ts';

const unknownDays: LotDays = { productionDay: null, expiryDay: null };

/** Who says it, and the day that it is for them: nothing lies there on a day still to come. */
export interface OpeningTerms extends PostingTerms {
  readonly actor: string;
  readonly today: BusinessDay;
}

/**
 * Books what is missing to the counted quantities as one opening document on `day`; the ledger's history stays. Days that stand
 * on the box and were not known of a batch are filled in. Fails with `stock.openingFuture`; with `stock.openingInvalid`, which names every problem of every line at once, and then writes nothing. Gives null where all
 * counted quantities are what the ledger says.
 */
export async function saveOpening(
  write: Write,
  day: BusinessDay,
  lines: readonly OpeningLine[],
  terms: OpeningTerms,
): Promise<{ document: PostedDocument | null; lines: number }> {
  if (day > terms.today) throw appError('stock.openingFuture', { day, today: terms.today });
  if (isTooEarly(day)) throw appError('day.tooEarly', { day, earliest: earliestDay });
  const known = await readKnown(write.trx, lines);
  const lots = lotsOf(lines);
  const problems = lines.flatMap((line, index) => problemsOf(line, index + 1, known));
  problems.push(...repeatedLines(lines, known), ...lots.problems);
  if (problems.length > 0)
    throw appError('stock.openingInvalid', { lines: problems.toSorted((a, b) => a.line - b.line) });
  await completeLots(write, lines, lots.days, known, terms);
  const toPost = linesToPost(write, lines, lots.days, known, terms.now);
  if (toPost.length === 0) return { document: null, lines: 0 };
  const document = await postStockDocument(write, { kind: 'opening', day, lines: toPost }, terms);
  return { document, lines: toPost.length };
}

function problemsOf(line: OpeningLine, number: number, known: KnownOpening): OpeningLineProblem[] {
  const problems: OpeningLineProblem[] = [];
  const add = (
    field: OpeningLineProblem['field'],
    reason: OpeningLineProblem['reason'],
    found: unknown,
  ): void => {
    problems.push({ line: number, field, reason, found: String(found) });
  };
  const product = known.products.get(line.productCode);
  if (product === undefined) add('productCode', 'unknown', line.productCode);
  if (!known.warehouses.has(line.warehouseCode)) add('warehouseCode', 'unknown', line.warehouseCode);
  if (!isCount(line.quantity)) add('quantity', 'invalid', line.quantity);
  const { unitCost, productionDay, expiryDay } = line;
  if (unitCost !== undefined && (!isCount(unitCost) || !Number.isSafeInteger(unitCost * line.quantity)))
    add('unitCost', 'invalid', unitCost);
  const produced = dayOf(productionDay);
  const expires = dayOf(expiryDay);
  if (produced === undefined) add('productionDay', 'invalid', productionDay);
  if (expires === undefined) add('expiryDay', 'invalid', expiryDay);
  if (isTooEarly(produced)) add('productionDay', 'tooEarly', produced);
  if (isTooEarly(expires)) add('expiryDay', 'tooEarly', expires);
  if (produced && expires && expires < produced) add('expiryDay', 'beforeProduction', expires);
  if (lotOf(line) === undefined && (produced || expires)) add('lot', 'invalid', '');
  const lot = knownLot(product, line);
  // What was not known of the batch is filled in: only another day is a contradiction.
  if (produced && lot?.productionDay && lot.productionDay !== produced)
    add('productionDay', 'differs', lot.productionDay);
  if (expires && lot?.expiryDay && lot.expiryDay !== expires) add('expiryDay', 'differs', lot.expiryDay);
  return problems;
}

/** The same product, warehouse and lot twice: which of the two was counted cannot be known. */
function repeatedLines(lines: readonly OpeningLine[], known: KnownOpening): OpeningLineProblem[] {
  const seen = new Set<string>();
  return lines.flatMap((line, index): OpeningLineProblem[] => {
    const place = known.warehouses.get(line.warehouseCode) ?? line.warehouseCode;
    const key = `${line.productCode}\u001F${place}\u001F${lotCodeKey(lotOf(line) ?? '')}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ line: index + 1, field: 'productCode', reason: 'repeated', found: line.productCode }];
  });
}

async function completeLots(
  { trx }: Write,
  lines: readonly OpeningLine[],
  days: ReadonlyMap<string, LotDays>,
  known: KnownOpening,
  terms: OpeningTerms,
): Promise<void> {
  const done = new Set<string>();
  for (const line of lines) {
    const product = known.products.get(line.productCode);
    const lot = knownLot(product, line);
    const said = days.get(lotKey(line.productCode, lotOf(line) ?? ''));
    if (product === undefined || lot === undefined || said === undefined || done.has(lot.id)) continue;
    done.add(lot.id);
    const complete = completedDays(lot, said, product.shelfLifeDays);
    if (complete.productionDay === lot.productionDay && complete.expiryDay === lot.expiryDay) continue;
    await completeLot(trx, lot.id, complete, terms);
  }
}

function linesToPost(
  { bulk }: Write,
  lines: readonly OpeningLine[],
  days: ReadonlyMap<string, LotDays>,
  known: KnownOpening,
  now: Date,
): StockLineToPost[] {
  const created = new Map<string, string>();
  return lines.flatMap((line): StockLineToPost[] => {
    const product = known.products.get(line.productCode);
    const productId = product?.id ?? '';
    const warehouseId = known.warehouses.get(line.warehouseCode) ?? '';
    const code = lotOf(line);
    let lotId: string | null = null;
    if (code !== undefined) {
      const key = `${productId} ${lotCodeKey(code)}`;
      lotId = knownLot(product, line)?.id ?? created.get(key) ?? null;
      if (lotId === null && line.quantity === 0) return [];
      if (lotId === null) {
        lotId = newId();
        created.set(key, lotId);
        const said = days.get(lotKey(line.productCode, code)) ?? unknownDays;
        const { productionDay, expiryDay } = completedDays(unknownDays, said, product?.shelfLifeDays ?? null);
        bulk.insert(
          'lot',
          ['id', 'product_id', 'code', 'production_day', 'expiry_day', 'created_at'],
          [[lotId, productId, code, productionDay, expiryDay, now.toISOString()]],
        );
      }
    }
    const quantity = line.quantity - (known.balances.get(`${productId} ${warehouseId} ${lotId ?? ''}`) ?? 0);
    if (quantity === 0) return [];
    return [
      {
        productId,
        warehouseId,
        lotId,
        quantity,
        costFen: line.unitCost === undefined ? null : line.unitCost * quantity,
      },
    ];
  });
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= largestQuantity;
}
