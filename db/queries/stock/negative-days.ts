import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { StockShortfall } from '#app/core/stock-problems.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import { yieldToOthers } from '../../bulk.ts';
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
  const own = new Set(posted.map(({ id }) => id));
  await refuseNegativeKeys(trx, takenKeys(documents), negative, ({ id }) => own.has(id));
}

/** One movement of a document: which of them are those being posted. */
export type IsOwn = (movement: { readonly id: string; readonly seq: number }) => boolean;

/** Balances looked at together. */
const keysAtATime = 500;

/** As {@link refuseNegativeDays}, of what was taken out of these balances. */
export async function refuseNegativeKeys(
  trx: WriteAccess,
  taken: readonly TouchedKey[],
  negative: 'refuse' | 'rule',
  isOwn: IsOwn,
): Promise<void> {
  const keys = negative === 'refuse' ? taken : await inBlockingWarehouses(trx, taken);
  const shortfalls: StockShortfall[] = [];
  for (let start = 0; start < keys.length; start += keysAtATime) {
    const some = keys.slice(start, start + keysAtATime);
    const days = await movementsSince(trx, some);
    if (keys.length > keysAtATime) await yieldToOthers();
    for (const [place, key] of some.entries()) {
      const short = firstShortDay(days.get(place) ?? []);
      if (short !== undefined) shortfalls.push(await describe(trx, key, short, isOwn));
    }
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
  isOwn: IsOwn,
): Promise<StockShortfall> {
  const names = await trx
    .selectFrom('product')
    .innerJoin('warehouse', (join) => join.on('warehouse.id', '=', key.warehouseId))
    .leftJoin('lot', (join) => join.on('lot.id', '=', key.lotId))
    .select(['product.code', 'product.name', 'warehouse.name as warehouse', 'lot.code as lot'])
    .where('product.id', '=', key.productId)
    .executeTakeFirstOrThrow();
  const rows = await movementsBetween(trx, key, short.day);
  // What no batch suffices for goes out without one: the person wrote the whole, and is told of the whole.
  const fromLots = key.lotId === null ? await takenOfLots(trx, key, short.day, isOwn) : 0;
  const requested =
    rows.reduce((sum, row) => sum - (isOwn(row) ? Math.min(0, row.quantity) : 0), 0) + fromLots;
  const failing = documentThatFails(rows, short, isOwn);
  return {
    product: `${names.code} ${names.name}`,
    warehouse: names.warehouse,
    lot: names.lot,
    day: short.day,
    available: short.balance + requested,
    requested,
    document: failing?.number ?? null,
    documentId: failing?.id ?? null,
  };
}

/** Units that the documents being posted take out of batches of the product until then. */
async function takenOfLots(
  trx: WriteAccess,
  key: TouchedKey,
  until: BusinessDay,
  isOwn: IsOwn,
): Promise<number> {
  const { rows } = await sql<Pick<NumberedMovement, 'id' | 'seq' | 'quantity'>>`
    SELECT document_id AS id, seq, quantity FROM stock_ledger INDEXED BY stock_ledger_product
    WHERE product_id = ${key.productId} AND day BETWEEN ${key.day} AND ${until} AND warehouse_id = ${key.warehouseId}
      AND lot_id IS NOT NULL AND quantity < 0`.execute(trx);
  return rows.filter(isOwn).reduce((sum, { quantity }) => sum - quantity, 0);
}

interface NumberedMovement {
  readonly id: string;
  readonly seq: number;
  readonly number: string;
  readonly day: BusinessDay;
  readonly quantity: number;
}

/** Movements of the balance from the first that was posted to the end of `until`, in the order of posting. */
async function movementsBetween(
  trx: WriteAccess,
  key: TouchedKey,
  until: BusinessDay,
): Promise<NumberedMovement[]> {
  const { rows } = await sql<NumberedMovement>`
    SELECT d.id, l.seq, d.number, l.day, l.quantity
    FROM stock_ledger AS l INDEXED BY stock_ledger_product JOIN stock_document AS d ON d.id = l.document_id
    WHERE l.product_id = ${key.productId} AND l.day BETWEEN ${key.day} AND ${until} AND l.warehouse_id = ${key.warehouseId}
      AND l.lot_id IS ${key.lotId} ORDER BY l.seq`.execute(trx);
  return rows;
}

/** The first document of that day after which the balance is below zero; null where that is one of those being posted. */
function documentThatFails(
  movements: readonly NumberedMovement[],
  short: { day: BusinessDay; balance: number },
  isOwn: IsOwn,
): PostedDocument | null {
  const rows = movements.filter(({ day }) => day === short.day);
  let balance = short.balance - rows.reduce((sum, row) => sum + row.quantity, 0);
  // In the order of posting: on its own day the one being posted comes last, and it is the one that goes wrong.
  for (const row of rows) {
    balance += row.quantity;
    if (balance < 0 && row.quantity < 0) return isOwn(row) ? null : row;
  }
  return null;
}
