import { sql } from 'kysely';

import type { KnownCount, KnownCountLine, KnownProduct } from '#app/stock/count-sheet-types.ts';

import type { WriteAccess } from '../../store.ts';
import type { StocktakeHead } from './stocktake-head.ts';

type RawLine = Omit<KnownCountLine, 'recount' | 'posted'> & {
  readonly recount: 0 | 1;
  readonly posted: 0 | 1;
};

/** The list as it stands, and the products that rows without a key name by code or barcode. */
export async function readKnownCount(
  trx: WriteAccess,
  { id, number }: StocktakeHead,
  named: readonly string[],
): Promise<KnownCount> {
  const { rows } = await sql<RawLine>`
    SELECT l.line, l.version, l.product_id AS productId, product.code, product.name, lot.code AS lot, l.counted, l.recount,
      l.document_id IS NOT NULL AS posted, l.counted_by AS "by", ifnull(l.counted_at, '') AS at, l.note
    FROM stocktake_line AS l JOIN product ON product.id = l.product_id LEFT JOIN lot ON lot.id = l.lot_id
    WHERE l.stocktake_id = ${id} ORDER BY l.line`.execute(trx);
  return {
    number,
    lines: rows.map((row) => ({ ...row, recount: row.recount === 1, posted: row.posted === 1 })),
    products: await readProducts(trx, named),
  };
}

async function readProducts(
  trx: WriteAccess,
  named: readonly string[],
): Promise<Map<string, readonly KnownProduct[]>> {
  const asked = JSON.stringify([...new Set(named)]);
  const { rows } = await sql<{ name: string; id: string }>`
    SELECT asked.value AS name, product.id FROM json_each(${asked}) AS asked JOIN product ON product.code = asked.value
    WHERE product.kind <> 'service'
    UNION SELECT asked.value, product.id FROM json_each(${asked}) AS asked JOIN product ON product.barcode = asked.value
    WHERE product.kind <> 'service'
    UNION SELECT asked.value, barcode.product_id FROM json_each(${asked}) AS asked
    JOIN barcode ON barcode.barcode = asked.value AND barcode.quantity = 1`.execute(trx);
  const ids = JSON.stringify([...new Set(rows.map(({ id }) => id))]);
  const { rows: lots } = await sql<{ id: string; productId: string; code: string }>`
    SELECT id, product_id AS productId, code FROM lot
    WHERE product_id IN (SELECT value FROM json_each(${ids}))`.execute(trx);
  const lotsOf = Map.groupBy(lots, ({ productId }) => productId);
  const products = new Map<string, KnownProduct[]>();
  for (const { name, id } of rows) {
    const product = { id, lots: new Map((lotsOf.get(id) ?? []).map((lot) => [lot.code, lot.id])) };
    products.set(name, [...(products.get(name) ?? []), product]);
  }
  return products;
}
