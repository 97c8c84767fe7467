import { sql } from 'kysely';

import { earliestDay, isTooEarly } from '#app/core/earliest-day.ts';
import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { SheetChange } from '#app/core/stock-problems.ts';
import type { WarehouseKind } from '#app/stock/stock-words.ts';

import { newId } from '../../ids.ts';
import type { ReadAccess, WriteAccess } from '../../store.ts';

/** What a person can change of a batch. */
export interface LotFields {
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly certificateNumber: string;
  readonly status: 'normal' | 'quarantined';
  readonly statusReason: string;
}

export interface LotRecord extends LotFields {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly productId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly category: string;
  readonly unit: string;
  readonly shelfLifeDays: number | null;
}

export interface LotPlace {
  readonly warehouseId: string;
  readonly warehouse: string;
  readonly warehouseKind: WarehouseKind;
  readonly onHand: number;
}

/** Fails with `notFound`. */
export async function getLot(db: ReadAccess | WriteAccess, id: string): Promise<LotRecord> {
  const { rows } = await sql<LotRecord>`
    SELECT lot.id, lot.code, lot.version, lot.production_day AS productionDay, lot.expiry_day AS expiryDay,
      lot.certificate_number AS certificateNumber, lot.status, lot.status_reason AS statusReason, product.id AS productId,
      product.code AS productCode, product.name AS productName, product.category, product.unit,
      product.shelf_life_days AS shelfLifeDays
    FROM lot JOIN product ON product.id = lot.product_id WHERE lot.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw appError('notFound', { what: 'lot', id });
  return rows[0];
}

export async function placesOfLot(db: ReadAccess | WriteAccess, id: string): Promise<LotPlace[]> {
  const { rows } = await sql<LotPlace>`
    SELECT warehouse.id AS warehouseId, warehouse.name AS warehouse, warehouse.kind AS warehouseKind, b.on_hand AS onHand
    FROM stock_balance AS b JOIN warehouse ON warehouse.id = b.warehouse_id WHERE b.lot_id = ${id}
    ORDER BY warehouse.is_default DESC, warehouse.code`.execute(db);
  return rows;
}

export interface LotToChange {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly change: Partial<LotFields>;
}

/**
 * Changes a batch on the version that the person saw. Fails with `notFound`; with `stock.documentChanged`, which says what someone
 * else changed since; with `lot.daysOrder` where it would expire before it was made; with `day.tooEarly`; with `lot.reasonMissing` where it is frozen
 * without a reason. Each version stays readable in the audit.
 */
export async function changeLot(
  trx: WriteAccess,
  { id, version, change }: LotToChange,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<{ previous: LotRecord; lot: LotRecord }> {
  const previous = await getLot(trx, id);
  if (previous.version !== version) await refuseChanged(trx, previous, version);
  const next = { ...previous, ...change };
  const { productionDay, expiryDay } = next;
  if (productionDay !== null && expiryDay !== null && expiryDay < productionDay)
    throw appError('lot.daysOrder', { productionDay, expiryDay });
  for (const day of [productionDay, expiryDay])
    if (isTooEarly(day) && day !== previous.productionDay && day !== previous.expiryDay)
      throw appError('day.tooEarly', { day, earliest: earliestDay });
  if (next.status === 'quarantined' && next.statusReason.trim() === '')
    throw appError('lot.reasonMissing', { lot: previous.code });
  await trx
    .updateTable('lot')
    .set({
      production_day: productionDay,
      expiry_day: expiryDay,
      certificate_number: next.certificateNumber,
      status: next.status,
      status_reason: next.status === 'normal' ? '' : next.statusReason,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  const lot = await getLot(trx, id);
  const at = now.toISOString();
  await trx
    .insertInto('audit')
    .values({
      id: newId(),
      at,
      actor,
      action: 'lot.version',
      entity: 'lot',
      entity_id: id,
      detail: JSON.stringify({ version: lot.version, changes: changesBetween(previous, lot) }),
    })
    .execute();
  return { previous, lot };
}

/** Freezes a batch as it is now; one that is frozen keeps its reason. */
export async function freezeLot(
  trx: WriteAccess,
  id: string,
  reason: string,
  terms: { readonly actor: string; readonly now: Date },
): Promise<void> {
  const { version, status } = await getLot(trx, id);
  if (status === 'quarantined') return;
  await changeLot(trx, { id, version, change: { status: 'quarantined', statusReason: reason } }, terms);
}

const fields = ['productionDay', 'expiryDay', 'certificateNumber', 'status', 'statusReason'] as const;

function changesBetween(before: LotFields, after: LotFields): SheetChange[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ line: null, field, before: before[field] ?? '', after: after[field] ?? '' }));
}

async function refuseChanged(trx: WriteAccess, lot: LotRecord, seen: number): Promise<never> {
  const rows = await trx
    .selectFrom('audit')
    .select(['at', 'actor', 'detail'])
    .where('entity', '=', 'lot')
    .where('entity_id', '=', lot.id)
    .where('action', '=', 'lot.version')
    .orderBy('id')
    .execute();
  const later = rows
    .map((row) => ({ ...row, kept: JSON.parse(row.detail) as { version: number; changes: SheetChange[] } }))
    .filter(({ kept }) => kept.version > seen);
  const last = later.at(-1);
  throw appError('stock.documentChanged', {
    name: lot.code,
    by: last?.actor ?? '',
    at: last?.at ?? '',
    changes: later.flatMap(({ kept }) => kept.changes),
  });
}
