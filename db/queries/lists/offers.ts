import { sql } from 'kysely';

import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import { planOffer } from '#app/replenishment/offers.ts';
import type { Offer } from '#app/replenishment/offers.ts';

import type { ReadAccess } from '../../store.ts';
import { readExpiryRisks } from '../stock/expiry-risks.ts';
import { stockFigures } from '../stock/figures.ts';
import { readStockScope } from '../stock/stock-scope.ts';
import { allOf, searchConditions } from './paging.ts';

/** What to offer to other distributors (调货), and what that saves. */
export interface OfferRow extends Offer {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly available: number;
  readonly perDay: number;
  readonly riskUnits: number;
  readonly nearestExpiry: BusinessDay | null;
  /** Days of life left of what expires first; null where nothing does. */
  readonly lifeDays: number | null;
}

const columns = ['code', 'name', 'available', 'perDay', 'units', 'riskUnits', 'lifeDays'] as const;
const money = ['expiryLoss', 'holdingCost', 'saves'] as const;
type Column = (typeof columns)[number] | (typeof money)[number];

/**
 * Offers for 调货, by what they save unless asked otherwise: what would expire unsold, and what lasts longer than half a year. A rule
 * of the domain, so it is worked out for everything that has stock. Search: product. Fails with `input.invalid`.
 */
export async function listOffers(
  db: ReadAccess,
  query: ListQuery,
  { today }: { readonly today: BusinessDay },
): Promise<ListPage<OfferRow>> {
  const rows = sorted(await offerRows(db, query, today), query);
  const { page, pageSize } = query;
  return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length };
}

type Facts = Omit<OfferRow, keyof Offer | 'riskUnits' | 'lifeDays'> & {
  readonly onHand: number;
  readonly value: number;
};

async function offerRows(db: ReadAccess, query: ListQuery, day: BusinessDay): Promise<OfferRow[]> {
  const scope = await readStockScope(db, { day });
  const where = allOf([
    sql`product.id IN (SELECT product_id FROM stock_balance WHERE on_hand > 0)`,
    ...searchConditions(query.search, sql`product.search_text`, sql`product.code`, sql`product.name`),
  ]);
  const { onHand, available, perDay, value, nearestExpiry } = stockFigures(scope);
  const { rows } = await sql<Facts>`
    SELECT product.id AS productId, product.code, product.name, category, unit, ${onHand} AS onHand,
      ${available} AS available, ${perDay} AS perDay, ${value} AS value, ${nearestExpiry} AS nearestExpiry
    FROM product WHERE ${where}`.execute(db);
  const risks = await readExpiryRisks(db, scope, sql`SELECT id FROM product WHERE ${where}`, rows);
  return rows.flatMap(({ onHand: held, value: worth, ...row }): OfferRow[] => {
    const riskUnits = risks.get(row.productId)?.units ?? 0;
    const offer = planOffer({ ...row, demandPerDay: row.perDay, riskUnits, onHand: held, value: worth });
    if (offer === undefined) return [];
    const lifeDays = row.nearestExpiry === null ? null : daysBetween(day, row.nearestExpiry);
    return [{ ...row, ...offer, riskUnits, lifeDays }];
  });
}

function sorted(rows: readonly OfferRow[], { sort }: ListQuery): OfferRow[] {
  const { column, direction } = sort ?? { column: 'saves', direction: 'desc' };
  const known = [...columns, ...money].find((name) => name === column);
  if (known === undefined) {
    const expected = [...columns, ...money].join(' | ');
    throw appError('input.invalid', { field: 'sort', found: column, expected });
  }
  const sign = direction === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => compare(a[known], b[known], sign) || compare(a.code, b.code, 1));
}

/** What is not known stands last, whichever the direction. */
function compare(a: OfferRow[Column], b: OfferRow[Column], sign: 1 | -1): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -sign : sign;
}
