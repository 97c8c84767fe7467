import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { WrittenKind } from '#app/stock/stock-words.ts';

import type { ReadAccess } from '../../store.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';

export interface DraftRow {
  readonly id: string;
  readonly version: number;
  readonly kind: WrittenKind;
  readonly day: BusinessDay;
  readonly partnerName: string | null;
  /** Where none was said yet, or the warehouse is gone: null. */
  readonly warehouse: string | null;
  readonly lines: number;
  /** Sum over the lines as written, in base units. */
  readonly units: number;
  readonly note: string;
  readonly actor: string;
  readonly updatedAt: string;
}

// A draft is kept whole, as its sheet; what the list says of it is read out of that.
const lines = sql`json_array_length(d.content, '$.lines')`;
const units = sql`(SELECT ifnull(sum(line.value ->> '$.quantity'), 0) FROM json_each(d.content, '$.lines') AS line)`;
const note = sql`ifnull(d.content ->> '$.note', '')`;
const warehouse = sql`(SELECT name FROM warehouse WHERE id = d.content ->> '$.warehouseId')`;

const sortable: Sortable = {
  kind: sql`d.kind`,
  day: sql`d.day`,
  partnerName: sql`partner.name`,
  warehouse,
  lines,
  units,
  note,
  actor: sql`d.actor`,
  updatedAt: sql`d.updated_at`,
};

/**
 * A page of the drafts that are still to be posted, the last changed first. Search: partner, note, who wrote it. Filter: `kind`.
 */
export async function listDrafts(db: ReadAccess, query: ListQuery): Promise<ListPage<DraftRow>> {
  const kind = filterOf(query, 'kind');
  const conditions: Condition[] = [
    sql`d.status = 'draft'`,
    ...searchConditions(query.search, sql`partner.code`, sql`partner.name`, note, sql`d.actor`),
    ...(kind === undefined ? [] : [sql<never>`d.kind = ${kind}`]),
  ];
  const from = sql`FROM stock_draft AS d LEFT JOIN partner ON partner.id = d.partner_id WHERE ${allOf(conditions)}`;
  const order = orderOf(sortable, query, { column: 'updatedAt', direction: 'desc' });
  const page = await sql<{ place: number }>`
    SELECT d.rowid AS place ${from} ORDER BY ${order}, d.id ${limitOf(query)}`.execute(db);
  const places = JSON.stringify(page.rows.map(({ place }) => place));
  const { rows } = await sql<DraftRow>`
    SELECT d.id, d.version, d.kind, d.day, partner.name AS partnerName, ${warehouse} AS warehouse, ${lines} AS lines,
      ${units} AS units, ${note} AS note, d.actor, d.updated_at AS updatedAt
    FROM json_each(${places}) AS page CROSS JOIN stock_draft AS d ON d.rowid = page.value
    LEFT JOIN partner ON partner.id = d.partner_id ORDER BY page.key`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total ${from}`.execute(db);
  return { rows, total: count.rows[0]?.total ?? 0 };
}
