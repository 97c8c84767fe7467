import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import { setGroups, summariseTrace } from '#app/stock/trace.ts';
import type { SetLine, TraceDocument, TraceMovement, TraceReceipt } from '#app/stock/trace.ts';

import type { ReadAccess } from '../../store.ts';
import type { TraceBalance, TraceThrough } from './trace.ts';

interface DocumentSetLine extends SetLine {
  readonly documentId: string;
  readonly number: string;
  readonly kind: 'assembly' | 'disassembly';
  readonly day: BusinessDay;
  readonly productCode: string;
  readonly productName: string;
  readonly lot: string | null;
}

/** What a batch went into, or was taken apart to, in one document. */
export interface TracedSet {
  readonly documentId: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly productId: string;
  readonly lotId: string | null;
  readonly through: TraceThrough;
  /** Units of the set that the document made. */
  readonly quantity: number;
  readonly receipts: readonly TraceReceipt[];
  readonly onHand: readonly TraceBalance[];
}

export interface TracedComponent {
  readonly documentId: string;
  readonly number: string;
  readonly productId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly quantity: number;
  /** Where the component's batch came from. */
  readonly documents: readonly TraceDocument[];
}

/** Sets within sets end somewhere; a ring of them, which nothing forbids, must end too. */
const deepest = 10;

/** The sets that a batch went into, and those that these went into, with who received them and what is left. */
export async function traceSets(
  db: ReadAccess,
  lotId: string,
  uses: readonly TraceDocument[],
  seen: ReadonlySet<string> = new Set(),
): Promise<TracedSet[]> {
  const documents = uses.filter(({ flow }) => flow === 'usedInSets').map(({ documentId }) => documentId);
  if (documents.length === 0 || seen.size >= deepest) return [];
  const found: TracedSet[] = [];
  const known = new Set([...seen, lotId]);
  for (const { kind, sets, components } of await groupsOf(db, documents)) {
    const [taken, made] = kind === 'assembly' ? [components, sets] : [sets, components];
    if (!taken.some((line) => line.lotId === lotId)) continue;
    for (const line of made) {
      if (line.lotId !== null && known.has(line.lotId)) continue;
      const { receipts, onHand, further } = await followSet(db, line, known);
      const { documentId, number, day, productId } = line;
      const through = { productCode: line.productCode, productName: line.productName, lot: line.lot };
      found.push({
        documentId,
        number,
        day,
        productId,
        lotId: line.lotId,
        through,
        quantity: line.quantity,
        receipts,
        onHand: onHand.map((balance) => ({ ...balance, through })),
      });
      found.push(...further);
      if (line.lotId !== null) known.add(line.lotId);
    }
  }
  return onceEach(found);
}

/** A set that several documents made is followed once: receipts and balances are of the set, not of the document. */
function onceEach(sets: readonly TracedSet[]): TracedSet[] {
  const untracked = new Set<string>();
  return sets.map((set) => {
    if (set.lotId !== null) return set;
    if (untracked.has(set.productId)) return { ...set, receipts: [], onHand: [] };
    untracked.add(set.productId);
    return set;
  });
}

async function followSet(
  db: ReadAccess,
  line: DocumentSetLine,
  known: ReadonlySet<string>,
): Promise<{
  receipts: readonly TraceReceipt[];
  onHand: Omit<TraceBalance, 'through'>[];
  further: TracedSet[];
}> {
  const { rows } = await sql<TraceMovement>`
    SELECT l.document_id AS documentId, d.number, l.kind, l.role, l.day, l.quantity, d.partner_id AS partnerId,
      d.reverses_id AS reversesId
    FROM stock_ledger AS l JOIN stock_document AS d ON d.id = l.document_id
    WHERE ${
      line.lotId === null
        ? sql`l.product_id = ${line.productId} AND l.day >= ${line.day} AND l.lot_id IS NULL`
        : sql`l.lot_id = ${line.lotId}`
    } AND l.quantity <> 0 ORDER BY l.day, l.seq`.execute(db);
  const { receipts, uses } = summariseTrace(rows);
  const balances = await sql<Omit<TraceBalance, 'through'>>`
    SELECT warehouse.name AS warehouse, warehouse.kind AS warehouseKind, b.on_hand AS quantity
    FROM stock_balance AS b JOIN warehouse ON warehouse.id = b.warehouse_id
    WHERE b.product_id = ${line.productId} AND b.lot_key = ${line.lotId ?? ''}
    ORDER BY warehouse.is_default DESC, warehouse.code`.execute(db);
  const further = line.lotId === null ? [] : await traceSets(db, line.lotId, uses, known);
  return { receipts, onHand: balances.rows, further };
}

/** What the batch of a set was made of, down to what was bought. */
export async function traceComponents(
  db: ReadAccess,
  lotId: string,
  sources: readonly TraceDocument[],
  depth = 0,
): Promise<TracedComponent[]> {
  const documents = sources.filter(({ flow }) => flow === 'made').map(({ documentId }) => documentId);
  if (documents.length === 0 || depth >= deepest) return [];
  const found: TracedComponent[] = [];
  for (const { kind, sets, components } of await groupsOf(db, documents)) {
    const [made, taken] = kind === 'assembly' ? [sets, components] : [components, sets];
    if (!made.some((line) => line.lotId === lotId)) continue;
    for (const line of taken) {
      const documentsOfLot = line.lotId === null ? [] : await sourcesOf(db, line.lotId);
      const { documentId, number, productId, productCode, productName, lot } = line;
      found.push({
        documentId,
        number,
        productId,
        productCode,
        productName,
        lotId: line.lotId,
        lot,
        quantity: Math.abs(line.quantity),
        documents: documentsOfLot,
      });
      if (line.lotId !== null)
        found.push(...(await traceComponents(db, line.lotId, documentsOfLot, depth + 1)));
    }
  }
  return found;
}

async function sourcesOf(db: ReadAccess, lotId: string): Promise<readonly TraceDocument[]> {
  const { rows } = await sql<TraceMovement>`
    SELECT l.document_id AS documentId, d.number, l.kind, l.role, l.day, l.quantity, d.partner_id AS partnerId,
      d.reverses_id AS reversesId
    FROM stock_ledger AS l JOIN stock_document AS d ON d.id = l.document_id
    WHERE l.lot_id = ${lotId} AND l.quantity <> 0 ORDER BY l.day, l.seq`.execute(db);
  return summariseTrace(rows).sources;
}

async function groupsOf(db: ReadAccess, documentIds: readonly string[]) {
  const { rows } = await sql<DocumentSetLine>`
    SELECT l.document_id AS documentId, d.number, l.kind, l.day, l.role, l.product_id AS productId, l.lot_id AS lotId,
      l.quantity, product.code AS productCode, product.name AS productName, lot.code AS lot
    FROM json_each(${JSON.stringify([...new Set(documentIds)])}) AS wanted
    CROSS JOIN stock_ledger AS l ON l.document_id = wanted.value JOIN stock_document AS d ON d.id = l.document_id
    JOIN product ON product.id = l.product_id LEFT JOIN lot ON lot.id = l.lot_id
    WHERE l.quantity <> 0 ORDER BY wanted.key, l.line`.execute(db);
  return [...Map.groupBy(rows, (row) => row.documentId).values()].flatMap((lines) => {
    const kind = lines[0]?.kind ?? 'assembly';
    return setGroups(kind, lines).map((group) => ({ kind, ...group }));
  });
}
