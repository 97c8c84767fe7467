import { appError } from '#app/core/errors.ts';
import type { OpeningLineProblem } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { largestQuantity } from '#app/core/quantity.ts';
import { newId } from '#db/ids.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import type { PostedDocument, PostingTerms, StockLineToPost } from '#db/queries/stock/posting-types.ts';
import type { Write, WriteAccess } from '#db/store.ts';

import { dayOf, lotKey, lotOf, lotsOf } from './opening-line.ts';
import type { LotDays, OpeningLine } from './opening-line.ts';

interface KnownLot extends LotDays {
  readonly id: string;
}

interface Known {
  readonly products: ReadonlyMap<string, string>;
  readonly warehouses: ReadonlyMap<string, string>;
  /** By product id and lot code. */
  readonly lots: ReadonlyMap<string, KnownLot>;
  /** By product, warehouse and lot id. */
  readonly balances: ReadonlyMap<string, number>;
}

/**
 * Books what is missing to the counted quantities as one opening document on `day`; the ledger's history stays. Fails with
 * `stock.openingInvalid`, which names every problem of every line at once, and then writes nothing. Gives null where all
 * counted quantities are what the ledger says.
 */
export async function saveOpening(
  write: Write,
  day: BusinessDay,
  lines: readonly OpeningLine[],
  terms: PostingTerms,
): Promise<{ document: PostedDocument | null; lines: number }> {
  const known = await readKnown(write.trx, lines);
  const lots = lotsOf(lines);
  const problems = lines.flatMap((line, index) => problemsOf(line, index + 1, known));
  problems.push(...repeatedLines(lines, known), ...lots.problems);
  if (problems.length > 0)
    throw appError('stock.openingInvalid', { lines: problems.toSorted((a, b) => a.line - b.line) });
  const toPost = linesToPost(write, lines, lots.days, known, terms.now);
  if (toPost.length === 0) return { document: null, lines: 0 };
  const document = await postStockDocument(write, { kind: 'opening', day, lines: toPost }, terms);
  return { document, lines: toPost.length };
}

function problemsOf(line: OpeningLine, number: number, known: Known): OpeningLineProblem[] {
  const problems: OpeningLineProblem[] = [];
  const add = (
    field: OpeningLineProblem['field'],
    reason: OpeningLineProblem['reason'],
    found: unknown,
  ): void => {
    problems.push({ line: number, field, reason, found: String(found) });
  };
  const productId = known.products.get(line.productCode);
  if (productId === undefined) add('productCode', 'unknown', line.productCode);
  if (!known.warehouses.has(line.warehouseCode)) add('warehouseCode', 'unknown', line.warehouseCode);
  if (!isCount(line.quantity)) add('quantity', 'invalid', line.quantity);
  const { unitCost, productionDay, expiryDay } = line;
  if (unitCost !== undefined && (!isCount(unitCost) || !Number.isSafeInteger(unitCost * line.quantity)))
    add('unitCost', 'invalid', unitCost);
  const produced = dayOf(productionDay);
  const expires = dayOf(expiryDay);
  if (produced === undefined) add('productionDay', 'invalid', productionDay);
  if (expires === undefined) add('expiryDay', 'invalid', expiryDay);
  if (produced && expires && expires < produced) add('expiryDay', 'beforeProduction', expires);
  if (lotOf(line) === undefined && (produced || expires)) add('lot', 'invalid', '');
  const lot = known.lots.get(`${productId ?? ''} ${lotOf(line) ?? ''}`);
  if (lot && produced && lot.productionDay !== produced)
    add('productionDay', 'differs', lot.productionDay ?? '');
  if (lot && expires && lot.expiryDay !== expires) add('expiryDay', 'differs', lot.expiryDay ?? '');
  return problems;
}

/** The same product, warehouse and lot twice: which of the two was counted cannot be known. */
function repeatedLines(lines: readonly OpeningLine[], known: Known): OpeningLineProblem[] {
  const seen = new Set<string>();
  return lines.flatMap((line, index): OpeningLineProblem[] => {
    const place = known.warehouses.get(line.warehouseCode) ?? line.warehouseCode;
    const key = `${line.productCode}\u001F${place}\u001F${lotOf(line) ?? ''}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ line: index + 1, field: 'productCode', reason: 'repeated', found: line.productCode }];
  });
}

function linesToPost(
  { bulk }: Write,
  lines: readonly OpeningLine[],
  days: ReadonlyMap<string, LotDays>,
  known: Known,
  now: Date,
): StockLineToPost[] {
  const created = new Map<string, string>();
  return lines.flatMap((line): StockLineToPost[] => {
    const productId = known.products.get(line.productCode) ?? '';
    const warehouseId = known.warehouses.get(line.warehouseCode) ?? '';
    const code = lotOf(line);
    let lotId: string | null = null;
    if (code !== undefined) {
      const key = `${productId} ${code}`;
      lotId = known.lots.get(key)?.id ?? created.get(key) ?? null;
      if (lotId === null && line.quantity === 0) return [];
      if (lotId === null) {
        lotId = newId();
        created.set(key, lotId);
        const said = days.get(lotKey(line.productCode, code));
        bulk.insert(
          'lot',
          ['id', 'product_id', 'code', 'production_day', 'expiry_day', 'created_at'],
          [[lotId, productId, code, said?.productionDay ?? null, said?.expiryDay ?? null, now.toISOString()]],
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

async function readKnown(trx: WriteAccess, lines: readonly OpeningLine[]): Promise<Known> {
  const codes = [...new Set(lines.map((line) => line.productCode))];
  const products = await trx
    .selectFrom('product')
    .select(['id', 'code'])
    .where('code', 'in', codes)
    .execute();
  const warehouses = await trx.selectFrom('warehouse').select(['id', 'code', 'name']).execute();
  const ids = products.map((product) => product.id);
  const lots = await trx.selectFrom('lot').selectAll().where('product_id', 'in', ids).execute();
  const balances = await trx.selectFrom('stock_balance').selectAll().where('product_id', 'in', ids).execute();
  return {
    products: new Map(products.map((product) => [product.code, product.id])),
    warehouses: new Map(
      warehouses.flatMap(({ id, code, name }) => [[name, id] as const, [code, id] as const]),
    ),
    lots: new Map(
      lots.map((lot) => [
        `${lot.product_id} ${lot.code}`,
        { id: lot.id, productionDay: lot.production_day, expiryDay: lot.expiry_day },
      ]),
    ),
    balances: new Map(
      balances.map((row) => [`${row.product_id} ${row.warehouse_id} ${row.lot_key}`, row.on_hand]),
    ),
  };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= largestQuantity;
}
