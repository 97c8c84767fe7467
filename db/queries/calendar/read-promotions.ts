import { sql } from 'kysely';

import { wholePrice } from '#app/calendar/calendar-words.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Promotion } from '#app/forecast/events/calendar.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** A promotion as one product has it, with the name to call its effect by. */
export interface NamedPromotion extends Promotion {
  readonly id: string;
  readonly name: string;
}

interface PromotionOfProduct {
  product: string;
  id: string;
  name: string;
  firstDay: BusinessDay;
  lastDay: BusinessDay;
  discount: number | null;
}

/**
 * The promotions of each product of which some day lies from `firstDay` to `lastDay`, past and planned, those that were cancelled
 * left out, by first day; products without any are not in the map. A product's own discount comes before the promotion's.
 */
export async function readPromotions(
  db: ReadAccess | WriteAccess,
  productIds: readonly string[],
  firstDay: BusinessDay,
  lastDay: BusinessDay,
): Promise<Map<string, NamedPromotion[]>> {
  const { rows } = await sql<PromotionOfProduct>`
    SELECT product.id AS product, promotion.id, promotion.name, promotion.first_day AS firstDay,
      promotion.last_day AS lastDay, ifnull(own.discount, promotion.discount) AS discount
    FROM promotion
    CROSS JOIN json_each(${JSON.stringify(productIds)}) AS asked
    CROSS JOIN product ON product.id = asked.value
    LEFT JOIN promotion_product AS own ON own.promotion_id = promotion.id AND own.product_id = product.id
    WHERE promotion.cancelled_at IS NULL AND promotion.first_day <= ${lastDay} AND promotion.last_day >= ${firstDay}
      AND CASE promotion.scope WHEN 'all' THEN 1 WHEN 'category' THEN promotion.category = product.category
        ELSE own.product_id IS NOT NULL END
    ORDER BY promotion.first_day, promotion.id`.execute(db);
  const found = new Map<string, NamedPromotion[]>();
  for (const { product, discount, ...promotion } of rows) {
    const list = found.get(product) ?? [];
    list.push({ ...promotion, ...(discount === null ? {} : { depth: discount / wholePrice }) });
    found.set(product, list);
  }
  return found;
}
