import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { StockShortfall } from '#app/core/stock-problems.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import type { WriteAccess } from '../../store.ts';
import type { PostedDocument, PostingTerms, StockDocumentToPost } from './posting-types.ts';
import { takenKeys } from './stock-keys.ts';
import type { TouchedKey } from './stock-keys.ts';

interface DayMovement {
  readonly place: number;
  readonly day: BusinessDay;
  readonly moved: number;
  readonly onHand: number;
}

/**
 * Fails with `stock.wouldGoNegative`, naming every balance and the document that would go wrong, where what the documents take
 * out leaves less than nothing at the end of their own day or of any later one. Reads, of each balance, the days since then.
 */
export async function refuseNegativeDays(
  trx: WriteAccess,
  documents: readonly StockDocumentToPost[],
  posted: readonly PostedDocument[],
  negative: PostingTerms['negative'],
): Promise<void> {
  if (negative === 'allow') return;
  const taken = takenKeys(documents);
  const keys = negative === 'refuse' ? taken : await inBlockingWarehouses(trx, taken);
  if (keys.length === 0) return;
  const days = await movementsSince(trx, keys);
  const shortfalls: StockShortfall[] = [];
  const own = new Set(posted.map(({ id }) => id));
  for (const [place, key] of keys.entries()) {
    const short = firstShortDay(days.get(place) ?? []);
    if (short !== undefined) shortfalls.push(await describe(trx, key, short, own));
  }
  if (shortfalls.length > 0) throw appError('stock.wouldGoNegative', { shortfalls });
}

async function inBlockingWarehouses(trx: WriteAccess, keys: readonly TouchedKey[]): Promise<TouchedKey[]> {
  const blocking = await trx.selectFrom('warehouse').select('id').where('negative', '=', 'block').execute();
  const ids = new Set(blocking.map(({ id }) => id));
  return keys.filter(({ warehouseId }) => ids.has(warehouseId));
}

/** Movements by day since the day of each key, the newest first, with what is on hand after all of them. */
async function movementsSince(
  trx: WriteAccess,
  keys: readonly TouchedKey[],
): Promise<Map<number, DayMovement[]>> {
  const asked = JSON.stringify(
    keys.map(({ productId, warehouseId, lotId, day }) => [productId, warehouseId, lotId, day]),
  );
  const { rows } = await sql<DayMovement>`
    WITH asked AS MATERIALIZED (SELECT key AS place, value ->> 0 AS product, value ->> 1 AS warehouse, value ->> 2 AS lot,
      value ->> 3 AS day FROM json_each(${asked}))
    SELECT asked.place, l.day, sum(l.quantity) AS moved, ifnull(b.on_hand, 0) AS onHand
    FROM asked CROSS JOIN stock_ledger AS l INDEXED BY stock_ledger_product
      ON l.product_id = asked.product AND l.day >= asked.day AND l.warehouse_id = asked.warehouse AND l.lot_id IS asked.lot
    LEFT JOIN stock_balance AS b ON b.product_id = asked.product AND b.warehouse_id = asked.warehouse
      AND b.lot_key = ifnull(asked.lot, '')
    GROUP BY asked.place, l.day ORDER BY asked.place, l.day DESC`.execute(trx);
  const days = new Map<number, DayMovement[]>();
  for (const row of rows) {
    const list = days.get(row.place);
    if (list) list.push(row);
    else days.set(row.place, [row]);
  }
  return days;
}

/** Walks back from today's balance; gives the earliest day that ends below zero. */
function firstShortDay(days: readonly DayMovement[]): { day: BusinessDay; balance: number } | undefined {
  let balance = days[0]?.onHand ?? 0;
  let found: { day: BusinessDay; balance: number } | undefined;
  for (const { day, moved } of days) {
    if (balance < 0) found = { day, balance };
    balance -= moved;
  }
  return found;
}

async function describe(
  trx: WriteAccess,
  key: TouchedKey,
  short: { day: BusinessDay; balance: number },
  own: ReadonlySet<string>,
): Promise<StockShortfall> {
  const names = await trx
    .selectFrom('product')
    .innerJoin('warehouse', (join) => join.on('warehouse.id', '=', key.warehouseId))
    .leftJoin('lot', (join) => join.on('lot.id', '=', key.lotId))
    .select(['product.code', 'product.name', 'warehouse.name as warehouse', 'lot.code as lot'])
    .where('product.id', '=', key.productId)
    .executeTakeFirstOrThrow();
  const failing = await documentThatFails(trx, key, short, own);
  return {
    product: `${names.code} ${names.name}`,
    warehouse: names.warehouse,
    lot: names.lot,
    day: short.day,
    available: short.balance - key.quantity,
    requested: -key.quantity,
    document: failing?.number ?? null,
    documentId: failing?.id ?? null,
  };
}

/** The first document of that day after which the balance is below zero; null where that is one of those being posted. */
async function documentThatFails(
  trx: WriteAccess,
  key: TouchedKey,
  short: { day: BusinessDay; balance: number },
  own: ReadonlySet<string>,
): Promise<PostedDocument | null> {
  const { rows } = await sql<{ id: string; number: string; quantity: number }>`
    SELECT d.id, d.number, l.quantity FROM stock_ledger AS l JOIN stock_document AS d ON d.id = l.document_id
    WHERE l.product_id = ${key.productId} AND l.day = ${short.day} AND l.warehouse_id = ${key.warehouseId}
      AND l.lot_id IS ${key.lotId} ORDER BY l.seq`.execute(trx);
  let balance = short.balance - rows.reduce((sum, row) => sum + row.quantity, 0);
  // In the order of posting: on its own day the one being posted comes last, and it is the one that goes wrong.
  for (const row of rows) {
    balance += row.quantity;
    if (balance < 0 && row.quantity < 0) return own.has(row.id) ? null : row;
  }
  return null;
}
