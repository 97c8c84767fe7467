import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { OrderFacts, OrderProductFacts } from '#app/orders/plan-order-lines.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { sqlAvailable } from '../stock/available.ts';

type Access = ReadAccess | WriteAccess;

/** Where goods come to and go out from unless said otherwise. */
export async function getDefaultWarehouseId(db: Access): Promise<string> {
  const { id } = await db
    .selectFrom('warehouse')
    .select('id')
    .where('kind', '=', 'own')
    .orderBy('is_default', 'desc')
    .orderBy('code')
    .executeTakeFirstOrThrow();
  return id;
}

/** What planning an order needs to know of the store; a few queries, whatever the number of lines. */
export async function readOrderFacts(
  db: Access,
  asked: {
    readonly productIds: readonly string[];
    readonly warehouseId: string;
    readonly partnerId: string | null;
  },
): Promise<OrderFacts> {
  const { rows: products } = await sql<OrderProductFacts>`
    SELECT id, code, status, pack_size AS packSize, moq FROM product
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(asked.productIds)}))`.execute(db);
  const warehouse = await db
    .selectFrom('warehouse')
    .select('kind')
    .where('id', '=', asked.warehouseId)
    .executeTakeFirst();
  const partner =
    asked.partnerId === null
      ? undefined
      : await db.selectFrom('partner').select('kind').where('id', '=', asked.partnerId).executeTakeFirst();
  return {
    products: new Map(products.map((product) => [product.id, product])),
    warehouseKind: warehouse?.kind ?? null,
    partnerKind: partner?.kind ?? null,
  };
}

/** Available of each product in one warehouse, beside what the order named holds itself; 0 where there is nothing. */
export async function availableOfProducts(
  db: Access,
  productIds: readonly string[],
  at: { readonly warehouseId: string; readonly orderId: string | null; readonly day: BusinessDay },
): Promise<{ productId: string; available: number }[]> {
  const available = sqlAvailable({
    product: sql`asked.value`,
    warehouse: sql`${at.warehouseId}`,
    except: sql`${at.orderId}`,
    day: at.day,
  });
  const { rows } = await sql<{ productId: string; available: number }>`
    SELECT asked.value AS productId, ${available} AS available
    FROM (SELECT DISTINCT value FROM json_each(${JSON.stringify(productIds)})) AS asked`.execute(db);
  return rows;
}
