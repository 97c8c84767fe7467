import { sql } from 'kysely';

import { changedFields } from '#app/core/changed-fields.ts';
import { appError } from '#app/core/errors.ts';

import type { WarehouseKind } from '#app/stock/stock-words.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';

export interface WarehouseView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly kind: WarehouseKind;
  readonly negative: 'block' | 'allow';
  /** Grows with each change; sent back when saving. */
  readonly version: number;
  readonly onHand: number;
}

/** What a person can edit of a warehouse; its code stays, because files name it. */
export interface WarehouseFields {
  readonly name: string;
  readonly kind: WarehouseKind;
  readonly negative: 'block' | 'allow';
}

/** The default one first, those where stock is not available last. */
export async function listWarehouses(db: ReadAccess | WriteAccess): Promise<WarehouseView[]> {
  const warehouses = await db
    .selectFrom('warehouse')
    .select(['id', 'code', 'name', 'is_default', 'kind', 'negative', 'version'])
    .orderBy('is_default', 'desc')
    .orderBy(sql`kind = 'own'`, 'desc')
    .orderBy('code')
    .execute();
  const held = await db
    .selectFrom('stock_balance')
    .select(['warehouse_id', (of) => of.fn.sum<number>('on_hand').as('quantity')])
    .groupBy('warehouse_id')
    .execute();
  const quantities = new Map(held.map((row) => [row.warehouse_id, row.quantity]));
  return warehouses.map(({ id, code, name, is_default, kind, negative, version }) => ({
    id,
    code,
    name,
    isDefault: is_default === 1,
    kind,
    negative,
    version,
    onHand: quantities.get(id) ?? 0,
  }));
}

/** Fails with `code.taken` for a code or name that another warehouse has. Gives its id. */
export async function insertWarehouse(
  trx: WriteAccess,
  {
    code,
    name,
    kind = 'own',
    negative = 'block',
  }: { code: string } & Pick<WarehouseFields, 'name'> & Partial<WarehouseFields>,
  now: Date,
): Promise<string> {
  await refuseTaken(trx, [code, name], null);
  const id = newId();
  await trx
    .insertInto('warehouse')
    .values({ id, code, name, kind, negative, created_at: now.toISOString() })
    .execute();
  return id;
}

export interface WarehouseToSave {
  readonly id: string;
  readonly version: number;
  readonly change: Partial<WarehouseFields>;
  /** What the person saw, to say what changed meanwhile. */
  readonly seen?: Partial<WarehouseFields> | undefined;
}

/**
 * Renames a warehouse or changes its kind or its rule for negative stock, on the version that the person saw; gives it as it was.
 * Fails with `notFound`, `edit.conflict`, `code.taken`, and with `warehouse.kindFixed` where something relies on its kind.
 */
export async function updateWarehouse(
  trx: WriteAccess,
  { id, version, change, seen = {} }: WarehouseToSave,
): Promise<WarehouseFields & { readonly version: number }> {
  const before = await trx.selectFrom('warehouse').selectAll().where('id', '=', id).executeTakeFirst();
  if (before === undefined) throw appError('notFound', { what: 'warehouse', id });
  if (before.version !== version) {
    const changes = changedFields({ ...seen }, { ...before });
    throw appError('edit.conflict', { what: 'warehouse', name: before.name, changes });
  }
  if (change.name !== undefined) await refuseTaken(trx, [change.name], id);
  if (change.kind !== undefined && change.kind !== before.kind) await refuseKind(trx, before);
  await trx
    .updateTable('warehouse')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const { name, kind, negative } = before;
  return { name, kind, negative, version: version + 1 };
}

async function refuseTaken(trx: WriteAccess, words: readonly string[], except: string | null): Promise<void> {
  const taken = await trx
    .selectFrom('warehouse')
    .select('code')
    .where((of) => of.or([of('code', 'in', words), of('name', 'in', words)]))
    .where('id', 'is not', except)
    .executeTakeFirst();
  if (taken !== undefined) throw appError('code.taken', { what: 'warehouse', code: taken.code });
}

async function refuseKind(
  trx: WriteAccess,
  {
    id,
    name,
    kind,
    is_default,
  }: { readonly id: string; readonly name: string; readonly kind: WarehouseKind; readonly is_default: 0 | 1 },
): Promise<void> {
  if (is_default === 1) throw appError('warehouse.kindFixed', { name, reason: 'default' });
  if (kind === 'transit') throw appError('warehouse.kindFixed', { name, reason: 'transit' });
  if (kind !== 'quarantine') return;
  const other = await trx
    .selectFrom('warehouse')
    .select('id')
    .where('kind', '=', 'quarantine')
    .where('id', '<>', id)
    .executeTakeFirst();
  if (other === undefined) throw appError('warehouse.kindFixed', { name, reason: 'lastQuarantine' });
}
