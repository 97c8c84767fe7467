import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess } from '../../store.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';

export interface CustomerRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly region: string;
  readonly province: string;
  readonly city: string;
  readonly consultantCode: string | null;
  readonly consultantName: string | null;
  readonly orders: number;
  readonly lastOrderDay: BusinessDay | null;
}

const sortable: Sortable = {
  code: sql`partner.code`,
  name: sql`partner.name`,
  phone: sql`partner.phone`,
  region: sql`partner.region`,
  province: sql`partner.province`,
  city: sql`partner.city`,
};

/** Customers by code. Search: code, name, phone, city. Filters: `region`, `province`, `city`, `consultant` (its id). */
export async function listCustomers(db: ReadAccess, query: ListQuery): Promise<ListPage<CustomerRow>> {
  const where = allOf(conditionsOf(query));
  const { rows } = await sql<CustomerRow>`
    SELECT page.id, page.code, page.name, page.phone, page.region, page.province, page.city,
      consultant.code AS consultantCode, consultant.name AS consultantName,
      (SELECT count(*) FROM sales_order WHERE partner_id = page.id) AS orders,
      (SELECT max(day) FROM sales_order WHERE partner_id = page.id) AS lastOrderDay
    FROM (
      SELECT partner.* FROM partner WHERE ${where}
      ORDER BY ${orderOf(sortable, query, { column: 'code', direction: 'asc' })}, partner.code
      ${limitOf(query)}
    ) AS page LEFT JOIN consultant ON consultant.id = page.consultant_id`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM partner WHERE ${where}`.execute(
    db,
  );
  return { rows, total: count.rows[0]?.total ?? 0 };
}

function conditionsOf(query: ListQuery): Condition[] {
  const conditions: Condition[] = [
    sql`partner.kind = 'customer'`,
    ...searchConditions(
      query.search,
      sql`partner.code`,
      sql`partner.name`,
      sql`partner.phone`,
      sql`partner.city`,
    ),
  ];
  for (const name of ['region', 'province', 'city'] as const) {
    const value = filterOf(query, name);
    if (value !== undefined) conditions.push(sql`${sql.ref(`partner.${name}`)} = ${value}`);
  }
  const consultant = filterOf(query, 'consultant');
  if (consultant !== undefined) conditions.push(sql`partner.consultant_id = ${consultant}`);
  return conditions;
}
