import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { PolicyScope, PolicyTerms, ReorderPolicy } from '#app/replenishment/policy.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';
import type { ReorderPolicyTable } from '../tables/policies.ts';

export interface PolicyRow extends ReorderPolicy {
  readonly version: number;
  /** Code and name of the product or supplier, name of the category, empty for the default. */
  readonly code: string;
  readonly name: string;
}

export interface PolicyToSave {
  /** Absent for a new one. */
  readonly id?: string | undefined;
  readonly version?: number | undefined;
  readonly scope: PolicyScope;
  readonly of: string;
  readonly terms: PolicyTerms;
}

const selected = sql`p.*, coalesce(product.code, partner.code, '') AS code,
  coalesce(product.name, partner.name, p.category, '') AS name FROM reorder_policy AS p
  LEFT JOIN product ON product.id = p.product_id LEFT JOIN partner ON partner.id = p.supplier_id`;

type Row = { [Key in keyof ReorderPolicyTable]: Exclude<ReorderPolicyTable[Key], object> } & {
  readonly version: number;
  readonly code: string;
  readonly name: string;
};

/** All policies, the most general first, then by code and name: there are some dozens. */
export async function listPolicies(db: ReadAccess | WriteAccess): Promise<PolicyRow[]> {
  const { rows } = await sql<Row>`SELECT ${selected}
    ORDER BY CASE p.scope WHEN 'default' THEN 0 WHEN 'supplier' THEN 1 WHEN 'category' THEN 2 ELSE 3 END, code, name`.execute(
    db,
  );
  return rows.map(rowOf);
}

/** The default policy's terms; undefined where nobody made one. */
export async function findDefaultTerms(db: ReadAccess): Promise<PolicyTerms | undefined> {
  const policies = await listPolicies(db);
  return policies.find(({ scope }) => scope === 'default')?.terms;
}

/** Fails with `notFound`. */
export async function getPolicy(db: ReadAccess | WriteAccess, id: string): Promise<PolicyRow> {
  const { rows } = await sql<Row>`SELECT ${selected} WHERE p.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw appError('notFound', { what: 'policy', id });
  return rowOf(row);
}

/**
 * Writes a policy, new or on the version that the person saw; gives it, and what stood before. Fails with `edit.conflict`,
 * `replenishment.policyExists` where another one is about the same, and `notFound`.
 */
export async function savePolicy(
  trx: WriteAccess,
  policy: PolicyToSave,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<{ policy: PolicyRow; previous: PolicyRow | null }> {
  const at = now.toISOString();
  const previous = policy.id === undefined ? null : await getPolicy(trx, policy.id);
  if (previous !== null && previous.version !== policy.version)
    throw appError('edit.conflict', { what: 'policy', name: previous.name });
  const { scope, of } = previous ?? policy;
  const values = { ...columnsOf(policy.terms), actor, updated_at: at };
  if (previous !== null) {
    const version = previous.version + 1;
    await trx
      .updateTable('reorder_policy')
      .set({ ...values, version })
      .where('id', '=', previous.id)
      .execute();
    return { policy: await getPolicy(trx, previous.id), previous };
  }
  const subject = await subjectOf(trx, scope, of);
  const id = newId();
  const inserted = await trx
    .insertInto('reorder_policy')
    .values({ id, scope, ...subject, ...values, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) throw appError('replenishment.policyExists', {});
  return { policy: await getPolicy(trx, id), previous: null };
}

/** Removes a policy on the version that the person saw, and gives it, so that it can be put back. Fails as {@link savePolicy}. */
export async function removePolicy(
  trx: WriteAccess,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<PolicyRow> {
  const policy = await getPolicy(trx, id);
  if (policy.version !== version) throw appError('edit.conflict', { what: 'policy', name: policy.name });
  await trx.deleteFrom('reorder_policy').where('id', '=', id).execute();
  return policy;
}

async function subjectOf(trx: WriteAccess, scope: PolicyScope, of: string) {
  const none = { product_id: null, category: null, supplier_id: null };
  if (scope === 'default') return none;
  if (scope === 'category') {
    if (of.trim() === '') throw appError('input.invalid', { field: 'category', found: of, expected: '…' });
    return { ...none, category: of };
  }
  const found =
    scope === 'product'
      ? trx.selectFrom('product').select('id').where('id', '=', of)
      : trx.selectFrom('partner').select('id').where('id', '=', of).where('kind', '=', 'supplier');
  if ((await found.executeTakeFirst()) === undefined)
    throw appError('notFound', { what: scope === 'product' ? 'product' : 'partner', id: of });
  return scope === 'product' ? { ...none, product_id: of } : { ...none, supplier_id: of };
}

function columnsOf(terms: PolicyTerms) {
  const { shelfLifeCap } = terms;
  return {
    review_days: terms.reviewDays,
    lead_source: terms.leadSource,
    lead_days: terms.leadDays,
    target: terms.target,
    service_level: terms.serviceLevel,
    lost_unit_fen: terms.lostUnit,
    left_unit_fen: terms.leftUnit,
    moq: terms.moq,
    pack_size: terms.packSize,
    shelf_life_cap: shelfLifeCap === null ? null : shelfLifeCap ? (1 as const) : (0 as const),
    order_cartons: terms.orderCartons,
    order_fen: terms.orderAmount,
    budget_fen: terms.budget,
  };
}

function rowOf(row: Row): PolicyRow {
  const { id, scope, version, code, name } = row;
  return {
    id,
    scope,
    of: row.product_id ?? row.category ?? row.supplier_id ?? '',
    version,
    code,
    name,
    terms: {
      reviewDays: row.review_days,
      leadSource: row.lead_source,
      leadDays: row.lead_days,
      target: row.target,
      serviceLevel: row.service_level,
      lostUnit: row.lost_unit_fen,
      leftUnit: row.left_unit_fen,
      moq: row.moq,
      packSize: row.pack_size,
      shelfLifeCap: row.shelf_life_cap === null ? null : row.shelf_life_cap === 1,
      orderCartons: row.order_cartons,
      orderAmount: row.order_fen,
      budget: row.budget_fen,
    },
  };
}
