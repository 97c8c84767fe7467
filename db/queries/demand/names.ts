import type { ReadAccess } from '../../store.ts';

/** Numbers and customers of orders by id. */
export async function orderNames(
  db: ReadAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: string; readonly customer: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('sales_order')
    .leftJoin('partner', 'partner.id', 'sales_order.partner_id')
    .select(['sales_order.id', 'number', 'partner.name as customer'])
    .where('sales_order.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, number, customer }) => [id, { number, customer }]));
}

/** Codes and names of products by id. */
export async function productNames(
  db: ReadAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('product').select(['id', 'code', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, code, name }) => [id, { code, name }]));
}
