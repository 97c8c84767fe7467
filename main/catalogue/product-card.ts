import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { listStock } from '#db/queries/lists/stock.ts';
import { partsOfProduct } from '#db/queries/product-components.ts';
import {
  customerOrdersOfProduct,
  openOrdersOfProduct,
  pricesOfProduct,
  stockOfProduct,
  weeklyLevels,
  weeklySales,
} from '#db/queries/product-card.ts';
import { getProduct } from '#db/queries/products.ts';
import { expiryStagesByCategory, stagesFor } from '#db/queries/stock/expiry-policy.ts';
import { readNearExpiry } from '#db/queries/stock/near-expiry.ts';
import type { ReadAccess } from '#db/store.ts';

const historyDays = 2 * 366;
const shownPrices = 24;

/** What the product page shows beside the movements: a few small reads, whatever the size of the ledger. Fails with `notFound`. */
export async function readProductCard(db: ReadAccess, id: string, today: BusinessDay) {
  const product = await getProduct(db, id);
  const stages = stagesFor(await expiryStagesByCategory(db), product.category);
  const from = addDays(today, -historyDays);
  const figures = await listStock(
    db,
    listQuery.parse({ filters: { product: id, view: 'any' } }),
    await readNearExpiry(db, today),
  );
  return {
    product,
    today,
    stages,
    /** Null for a service, which has no stock. */
    figures: figures.rows[0] ?? null,
    stock: await stockOfProduct(db, id, { today, stages }),
    weeks: await weeklySales(db, id, from),
    levels: await weeklyLevels(db, id, from),
    openOrders: await openOrdersOfProduct(db, id),
    customerOrders: await customerOrdersOfProduct(db, id),
    prices: await pricesOfProduct(db, id, shownPrices),
    parts: await partsOfProduct(db, id),
  };
}
