import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';

import type { ReadAccess } from '../../store.ts';

export interface PromotionLine {
  readonly promotionName: string;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  /** In basis points; the product's own where it has one. */
  readonly discount: number | null;
  readonly category: string;
  readonly productCode: string | null;
  readonly barcode: string | null;
  readonly productName: string | null;
  readonly note: string;
}

/** Promotions as their sheet has them: one row each, or one row a chosen product. */
export async function promotionLinesToExport(
  db: ReadAccess,
  ids: readonly string[],
): Promise<PromotionLine[]> {
  const { rows } = await sql<PromotionLine>`
    SELECT promotion.name AS promotionName, promotion.first_day AS firstDay, promotion.last_day AS lastDay,
      ifnull(own.discount, promotion.discount) AS discount, promotion.category, product.code AS productCode,
      product.barcode, product.name AS productName, promotion.note
    FROM json_each(${JSON.stringify(ids)}) AS asked CROSS JOIN promotion ON promotion.id = asked.value
    LEFT JOIN promotion_product AS own ON own.promotion_id = promotion.id
    LEFT JOIN product ON product.id = own.product_id
    ORDER BY asked.key, product.code`.execute(db);
  return rows;
}
