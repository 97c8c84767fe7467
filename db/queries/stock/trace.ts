import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { summariseTrace } from '#app/stock/trace.ts';
import type { TraceDocument, TraceMovement, TraceReceipt, TraceSummary } from '#app/stock/trace.ts';
import type { WarehouseKind } from '#app/stock/stock-words.ts';

import type { ReadAccess } from '../../store.ts';
import { traceComponents, traceSets } from './trace-sets.ts';
import type { TracedComponent, TracedSet } from './trace-sets.ts';

export interface TracedLot {
  readonly id: string;
  readonly code: string;
  readonly productId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly unit: string;
  readonly registrationNumber: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly certificateNumber: string;
  readonly status: 'normal' | 'quarantined';
  readonly statusReason: string;
}

export interface TracePartner {
  readonly id: string;
  readonly kind: 'customer' | 'supplier' | 'distributor';
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly region: string;
  readonly city: string;
}

export interface TraceSource extends TraceDocument {
  readonly partner: TracePartner | null;
}

/** A set that the batch went out in. */
export interface TraceThrough {
  readonly productCode: string;
  readonly productName: string;
  readonly lot: string | null;
}

export interface TraceRecipient extends TraceReceipt {
  readonly partner: TracePartner | null;
  /** Null: received as itself. Otherwise quantities are of the set. */
  readonly through: TraceThrough | null;
  /** False: the set has no batch number, so that this one may or may not hold the batch. */
  readonly isCertain: boolean;
}

export interface TraceBalance {
  readonly warehouse: string;
  readonly warehouseKind: WarehouseKind;
  /** Null: of the batch itself. */
  readonly through: TraceThrough | null;
  readonly quantity: number;
}

export interface LotTrace {
  readonly lot: TracedLot;
  readonly flows: TraceSummary['flows'];
  readonly sources: readonly TraceSource[];
  readonly recipients: readonly TraceRecipient[];
  readonly onHand: readonly TraceBalance[];
  /** Supplier returns, own use, scrap, differences, and what went into sets. */
  readonly uses: readonly TraceSource[];
  /** What the batch was made of, where it is of a set. */
  readonly components: readonly (TracedComponent & { readonly sources: readonly TraceSource[] })[];
  /** Sets that the batch went into. */
  readonly sets: readonly TracedSet[];
  /** Of the batch itself. `difference` is 0 where ledger and balances agree. */
  readonly totals: {
    readonly cameIn: number;
    readonly wentOut: number;
    readonly onHand: number;
    readonly difference: number;
  };
}

/** Everything a lot's ledger lines say, lots side by side. */
export interface LotSummary {
  readonly lotId: string;
  readonly movements: readonly TraceMovement[];
  readonly summary: TraceSummary;
}

/**
 * 批次溯源: where a batch came from, everyone who has some of it, what is left where, and what else became of it. Batches of sets
 * are followed to what they were made of, batches of components into the sets and to those who received them. Reads the index
 * of the batch, whatever the length of the ledger. Fails with `notFound`.
 */
export async function traceLot(db: ReadAccess, lotId: string): Promise<LotTrace> {
  const lot = await readLot(db, lotId);
  const [own] = await summariseLots(db, [lotId]);
  const { flows, sources, uses, receipts } = own?.summary ?? summariseTrace([]);
  const sets = await traceSets(db, lotId, uses);
  const components = await traceComponents(db, lotId, sources);
  const onHand = await readBalances(db, lotId);
  const partners = await readPartners(db, [
    ...[...sources, ...uses].map(({ partnerId }) => partnerId),
    ...receipts.map(({ partnerId }) => partnerId),
    ...sets.flatMap((set) => set.receipts.map(({ partnerId }) => partnerId)),
    ...components.flatMap((component) => component.documents.map(({ partnerId }) => partnerId)),
  ]);
  const named = <Row extends { readonly partnerId: string | null }>(row: Row) => ({
    ...row,
    partner: partners.get(row.partnerId ?? '') ?? null,
  });
  const held = onHand.reduce((sum, { quantity }) => sum + quantity, 0);
  const values = Object.values(flows);
  return {
    lot,
    flows,
    sources: sources.map(named),
    recipients: [
      ...receipts.map((row) => ({ ...named(row), through: null, isCertain: true })),
      ...sets.flatMap((set) =>
        set.receipts.map((row) => ({ ...named(row), through: set.through, isCertain: set.lotId !== null })),
      ),
    ],
    onHand: [...onHand, ...sets.flatMap((set) => set.onHand)],
    uses: uses.map(named),
    components: components.map((component) => ({ ...component, sources: component.documents.map(named) })),
    sets,
    totals: {
      cameIn: values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
      wentOut: -values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0),
      onHand: held,
      difference: values.reduce((sum, value) => sum + value, 0) - held,
    },
  };
}

/** The batch of a product by what stands on the box; undefined where there is none. */
export async function findLotId(
  db: ReadAccess,
  productCode: string,
  lotCode: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('lot')
    .innerJoin('product', 'product.id', 'lot.product_id')
    .select('lot.id')
    .where('product.code', '=', productCode)
    // Batch numbers that differ in case alone are one; as written goes first.
    .where(sql<boolean>`lot.code = ${lotCode} COLLATE NOCASE`)
    .orderBy(sql`lot.code = ${lotCode}`, 'desc')
    .executeTakeFirst();
  return row?.id;
}

async function readLot(db: ReadAccess, id: string): Promise<TracedLot> {
  const { rows } = await sql<TracedLot>`
    SELECT lot.id, lot.code, product.id AS productId, product.code AS productCode, product.name AS productName, product.unit,
      product.registration_number AS registrationNumber, lot.production_day AS productionDay, lot.expiry_day AS expiryDay,
      lot.certificate_number AS certificateNumber, lot.status, lot.status_reason AS statusReason
    FROM lot JOIN product ON product.id = lot.product_id WHERE lot.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw appError('notFound', { what: 'lot', id });
  return rows[0];
}

/** Movements of each lot with what they come to. */
export async function summariseLots(db: ReadAccess, lotIds: readonly string[]): Promise<LotSummary[]> {
  const { rows } = await sql<TraceMovement & { readonly lotId: string }>`
    SELECT l.lot_id AS lotId, l.document_id AS documentId, d.number, l.kind, l.role, l.day, l.quantity,
      d.partner_id AS partnerId, d.reverses_id AS reversesId
    FROM json_each(${JSON.stringify(lotIds)}) AS wanted
    CROSS JOIN stock_ledger AS l ON l.lot_id = wanted.value JOIN stock_document AS d ON d.id = l.document_id
    WHERE l.quantity <> 0 ORDER BY l.day, l.seq`.execute(db);
  const byLot = Map.groupBy(rows, (row) => row.lotId);
  return lotIds.map((lotId) => {
    const movements = byLot.get(lotId) ?? [];
    return { lotId, movements, summary: summariseTrace(movements) };
  });
}

async function readBalances(db: ReadAccess, lotId: string): Promise<TraceBalance[]> {
  const { rows } = await sql<Omit<TraceBalance, 'through'>>`
    SELECT warehouse.name AS warehouse, warehouse.kind AS warehouseKind, b.on_hand AS quantity
    FROM stock_balance AS b JOIN warehouse ON warehouse.id = b.warehouse_id WHERE b.lot_id = ${lotId}
    ORDER BY warehouse.is_default DESC, warehouse.code`.execute(db);
  return rows.map((row) => ({ ...row, through: null }));
}

async function readPartners(
  db: ReadAccess,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, TracePartner>> {
  const wanted = JSON.stringify([...new Set(ids.filter((id) => id !== null))]);
  const { rows } = await sql<TracePartner>`
    SELECT id, kind, code, name, phone, region, city FROM partner
    WHERE id IN (SELECT value FROM json_each(${wanted}))`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
