import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import { expiryStage, isExpired } from '#app/stock/expiry.ts';
import { retainUntil } from '#app/stock/inspection.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { expiryStagesByCategory, stagesFor } from './expiry-policy.ts';
import { changeLot, getLot, placesOfLot } from './lots.ts';
import type { LotFields } from './lots.ts';

/** What another expiry day of a batch would change. */
export interface LotEffects {
  readonly stageBefore: number | 'expired' | null;
  readonly stageAfter: number | 'expired' | null;
  /** Units that could not be issued any more, or could be again (below zero). */
  readonly unusableUnits: number;
  readonly onHand: number;
  /** Receipts whose records would be kept until another day. */
  readonly records: number;
}

/** What would follow from other days of the batch; writes nothing. Fails with `notFound`. */
export async function effectsOfDays(
  db: ReadAccess,
  id: string,
  { productionDay, expiryDay }: Pick<LotFields, 'productionDay' | 'expiryDay'>,
  today: BusinessDay,
): Promise<LotEffects> {
  const lot = await getLot(db, id);
  const places = await placesOfLot(db, id);
  const stages = stagesFor(await expiryStagesByCategory(db), lot.category);
  const onHand = places.reduce((sum, place) => sum + place.onHand, 0);
  const [before, after] = [isExpired(lot.expiryDay, today), isExpired(expiryDay, today)];
  const records = await recordsOf(db, id);
  return {
    stageBefore: expiryStage(lot.expiryDay, today, stages),
    stageAfter: expiryStage(expiryDay, today, stages),
    unusableUnits: before === after ? 0 : after ? onHand : -onHand,
    onHand,
    records: records.filter(
      (record) => keptUntil(record, { productionDay, expiryDay }, lot.shelfLifeDays) !== record.retainUntil,
    ).length,
  };
}

/** Puts the day until which records of the batch are kept right again, after its days were changed. */
export async function refreshRetention(trx: WriteAccess, id: string): Promise<void> {
  const lot = await getLot(trx, id);
  for (const record of await recordsOf(trx, id)) {
    const until = keptUntil(record, lot, lot.shelfLifeDays);
    if (until === record.retainUntil) continue;
    await trx
      .updateTable('inspection_record')
      .set({ retain_until: until })
      .where('document_id', '=', record.documentId)
      .where('lot_id', '=', id)
      .execute();
  }
}

/**
 * Fills in what a box says of a batch and was not known, as when a person corrects it: with its version, and with the records that
 * are kept for it. Nothing where nothing is new.
 */
export async function completeLot(
  trx: WriteAccess,
  id: string,
  change: Partial<LotFields>,
  terms: { readonly actor: string; readonly now: Date },
): Promise<void> {
  const lot = await getLot(trx, id);
  const fields = Object.keys(change) as (keyof LotFields)[];
  if (fields.every((field) => lot[field] === change[field])) return;
  await changeLot(trx, { id, version: lot.version, change }, terms);
  await refreshRetention(trx, id);
}

interface KeptRecord {
  readonly documentId: string;
  readonly receivedOn: BusinessDay;
  readonly retainUntil: BusinessDay | null;
}

async function recordsOf(db: ReadAccess | WriteAccess, lotId: string): Promise<KeptRecord[]> {
  const { rows } = await sql<KeptRecord>`
    SELECT r.document_id AS documentId, d.day AS receivedOn, r.retain_until AS retainUntil
    FROM inspection_record AS r JOIN stock_document AS d ON d.id = r.document_id WHERE r.lot_id = ${lotId}`.execute(
    db,
  );
  return rows;
}

function keptUntil(
  { receivedOn }: KeptRecord,
  { productionDay, expiryDay }: Pick<LotFields, 'productionDay' | 'expiryDay'>,
  shelfLifeDays: number | null,
): BusinessDay | null {
  return retainUntil({ receivedOn, productionDay, expiryDay, shelfLifeDays });
}
