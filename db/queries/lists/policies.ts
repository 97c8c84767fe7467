import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import { policyScopes } from '#app/replenishment/policy.ts';

import type { ReadAccess } from '../../store.ts';
import { getHeadquarters } from '../headquarters.ts';
import { supplierByProduct } from '../policy-facts.ts';
import { getPolicy, listPolicies } from '../reorder-policies.ts';
import type { PolicyRow } from '../reorder-policies.ts';
import { searchPatterns } from '../search-text.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from './paging.ts';
import type { Condition } from './paging.ts';

export interface PolicyListRow extends PolicyRow {
  /** Active products that fall under it; a more specific policy may say otherwise of some of their terms. */
  readonly covers: number;
}

const sorts: Readonly<Record<string, (row: PolicyListRow) => string | number>> = {
  scope: (row) => policyScopes.length - policyScopes.indexOf(row.scope),
  name: (row) => `${row.code} ${row.name}`,
  covers: (row) => row.covers,
  reviewDays: (row) => row.terms.reviewDays ?? -1,
};

/** Policies, the most general first. Filters: `scope`. Search: code and name. Fails with `input.invalid` on an unknown column. */
export async function listPolicyRows(db: ReadAccess, query: ListQuery): Promise<ListPage<PolicyListRow>> {
  const scope = filterOf(query, 'scope');
  const words = searchPatterns(query.search).map((patterns) =>
    patterns.map((pattern) => pattern.slice(1, -1).toLowerCase()),
  );
  const found = (await listPolicies(db)).filter((row) => {
    const text = `${row.code} ${row.name}`.toLowerCase();
    return (
      (scope === undefined || row.scope === scope) &&
      words.every((word) => word.some((part) => text.includes(part)))
    );
  });
  const counts = await countCovered(db);
  const rows = sorted(
    found.map((row) => ({ ...row, covers: counts(row) })),
    query,
  );
  const { page, pageSize } = query;
  return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length };
}

function sorted(rows: readonly PolicyListRow[], { sort }: ListQuery): readonly PolicyListRow[] {
  if (sort === undefined) return rows;
  const key = Object.hasOwn(sorts, sort.column) ? sorts[sort.column] : undefined;
  if (key === undefined)
    throw appError('input.invalid', {
      field: 'sort',
      found: sort.column,
      expected: Object.keys(sorts).join(' | '),
    });
  const sign = sort.direction === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0));
}

async function countCovered(db: ReadAccess): Promise<(row: PolicyRow) => number> {
  const products = await db
    .selectFrom('product')
    .select(['id', 'category'])
    .where('status', '=', 'active')
    .execute();
  const suppliers = await supplierByProduct(db);
  const headquarters = (await getHeadquarters(db)).id;
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { id, category } of products) {
    count(`product ${id}`);
    count(`category ${category}`);
    count(`supplier ${suppliers.get(id) ?? headquarters}`);
    count('default ');
  }
  return ({ scope, of }) => counts.get(`${scope} ${of}`) ?? 0;
}

export interface CoveredProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
}

const columns = {
  code: sql`product.code`,
  name: sql`product.name`,
  category: sql`product.category`,
};

/** Active products that fall under a policy, by code. Fails with `notFound`. */
export async function listCoveredProducts(
  db: ReadAccess,
  policyId: string,
  query: ListQuery,
): Promise<ListPage<CoveredProduct>> {
  const where = allOf([
    sql`product.status = 'active'`,
    await coveredBy(db, await getPolicy(db, policyId)),
    ...searchConditions(query.search, sql`product.search_text`, sql`product.code`, sql`product.name`),
  ]);
  const { rows } = await sql<CoveredProduct>`
    SELECT id, code, name, category FROM product WHERE ${where}
    ORDER BY ${orderOf(columns, query, { column: 'code', direction: 'asc' })}, code ${limitOf(query)}`.execute(
    db,
  );
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM product WHERE ${where}`.execute(
    db,
  );
  return { rows, total: count.rows[0]?.total ?? 0 };
}

async function coveredBy(db: ReadAccess, { scope, of }: PolicyRow): Promise<Condition> {
  if (scope === 'default') return sql`TRUE`;
  if (scope === 'product') return sql`product.id = ${of}`;
  if (scope === 'category') return sql`product.category = ${of}`;
  const suppliers = [...(await supplierByProduct(db))];
  const listed = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  // What was never ordered is ordered from HQ.
  if ((await getHeadquarters(db)).id === of)
    return sql`product.id NOT IN ${listed(suppliers.flatMap(([id, supplier]) => (supplier === of ? [] : [id])))}`;
  return sql`product.id IN ${listed(suppliers.flatMap(([id, supplier]) => (supplier === of ? [id] : [])))}`;
}
