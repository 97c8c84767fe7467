import type { BusinessDay } from '../core/business-day.ts';
import type { EntryRole, StockDocumentKind } from './stock-words.ts';

/** One ledger line of a batch, with its document. */
export interface TraceMovement {
  readonly documentId: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
  readonly role: EntryRole;
  readonly day: BusinessDay;
  readonly quantity: number;
  readonly partnerId: string | null;
  /** The document that this one takes back. */
  readonly reversesId: string | null;
}

/** Ways a batch comes and goes; what came in is above zero, what went out below. */
export const traceFlows = [
  'opening',
  'received',
  'exchangedIn',
  'made',
  'customers',
  'distributors',
  'suppliers',
  'internal',
  'scrapped',
  'usedInSets',
  'counted',
  'adjusted',
  'lostOnTheWay',
] as const;
export type TraceFlow = (typeof traceFlows)[number];

/** A document's part in a batch, what was taken back already taken off. */
export interface TraceDocument {
  readonly documentId: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
  readonly flow: TraceFlow;
  readonly day: BusinessDay;
  readonly quantity: number;
  readonly partnerId: string | null;
}

/** What one partner received of a batch and has not given back. */
export interface TraceReceipt {
  /** Null: issued without naming anyone. */
  readonly partnerId: string | null;
  readonly issued: number;
  readonly returned: number;
  readonly net: number;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  readonly numbers: readonly string[];
}

export interface TraceSummary {
  readonly flows: Readonly<Record<TraceFlow, number>>;
  /** Where it came from: documents by which it came in, the oldest first. */
  readonly sources: readonly TraceDocument[];
  /** By which it went anywhere but to customers and distributors. */
  readonly uses: readonly TraceDocument[];
  readonly receipts: readonly TraceReceipt[];
}

const flowOfKind: Readonly<Record<StockDocumentKind, TraceFlow>> = {
  opening: 'opening',
  receipt: 'received',
  exchange_in: 'exchangedIn',
  issue: 'customers',
  customer_return: 'customers',
  exchange_out: 'distributors',
  supplier_return: 'suppliers',
  internal_use: 'internal',
  scrap: 'scrapped',
  stocktake: 'counted',
  adjustment: 'adjusted',
  // Between own warehouses nothing is gained; what remains of it is what did not arrive.
  transfer_out: 'lostOnTheWay',
  transfer_in: 'lostOnTheWay',
  assembly: 'made',
  disassembly: 'made',
};

/** Whatever its sign: taking a document back is the same way gone backwards. */
export function flowOf({ kind, role }: Pick<TraceMovement, 'kind' | 'role'>): TraceFlow {
  if (kind === 'assembly') return role === 'component' ? 'usedInSets' : 'made';
  if (kind === 'disassembly') return role === 'component' ? 'made' : 'usedInSets';
  return flowOfKind[kind];
}

const sourceFlows: readonly TraceFlow[] = ['opening', 'received', 'exchangedIn', 'made'];
const recipientFlows: readonly TraceFlow[] = ['customers', 'distributors'];

/** All that a batch's ledger lines say, in the order of their days. The flows sum to what is on hand. */
export function summariseTrace(movements: readonly TraceMovement[]): TraceSummary {
  const flows = Object.fromEntries(traceFlows.map((flow) => [flow, 0])) as Record<TraceFlow, number>;
  for (const movement of movements) flows[flowOf(movement)] += movement.quantity;
  const documents = netDocuments(movements);
  return {
    flows,
    sources: documents.filter(({ flow }) => sourceFlows.includes(flow)),
    uses: documents.filter(({ flow }) => !sourceFlows.includes(flow) && !recipientFlows.includes(flow)),
    receipts: receiptsOf(documents.filter(({ flow }) => recipientFlows.includes(flow))),
  };
}

/** Documents with what is left of them after their reversals; those taken back whole are gone. */
function netDocuments(movements: readonly TraceMovement[]): TraceDocument[] {
  const documents = new Map<string, TraceDocument>();
  for (const movement of movements) {
    const root = movement.reversesId ?? movement.documentId;
    const flow = flowOf(movement);
    const key = `${root} ${flow}`;
    const known = documents.get(key);
    const { number, kind, day, partnerId } = movement;
    documents.set(
      key,
      known === undefined
        ? { documentId: root, number, kind, flow, day, quantity: movement.quantity, partnerId }
        : { ...known, quantity: known.quantity + movement.quantity },
    );
  }
  return [...documents.values()].filter(({ quantity }) => quantity !== 0);
}

function receiptsOf(documents: readonly TraceDocument[]): TraceReceipt[] {
  const receipts = new Map<string, TraceReceipt>();
  for (const { partnerId, kind, quantity, day, number } of documents) {
    const key = partnerId ?? '';
    const known = receipts.get(key);
    const isReturn = kind === 'customer_return';
    const issued = (known?.issued ?? 0) - (isReturn ? 0 : quantity);
    const returned = (known?.returned ?? 0) + (isReturn ? quantity : 0);
    receipts.set(key, {
      partnerId,
      issued,
      returned,
      net: issued - returned,
      firstDay: known !== undefined && known.firstDay < day ? known.firstDay : day,
      lastDay: known !== undefined && known.lastDay > day ? known.lastDay : day,
      numbers: [...(known?.numbers ?? []), number],
    });
  }
  return [...receipts.values()];
}

/** One line of an assembly or disassembly, in the order of the document. */
export interface SetLine {
  readonly role: EntryRole;
  readonly productId: string;
  readonly lotId: string | null;
  readonly quantity: number;
}

export interface SetGroup<Line extends SetLine> {
  readonly sets: readonly Line[];
  readonly components: readonly Line[];
}

/**
 * Which components of one document belong to which set. An assembly books the components and then their set, a disassembly the
 * set (of several batches, perhaps) and then its components.
 */
export function setGroups<Line extends SetLine>(
  kind: 'assembly' | 'disassembly',
  lines: readonly Line[],
): SetGroup<Line>[] {
  const groups: { sets: Line[]; components: Line[] }[] = [];
  const ends = kind === 'assembly' ? 'component' : 'main';
  let last: EntryRole | undefined;
  for (const line of lines) {
    if (line.role !== 'main' && line.role !== 'component') continue;
    if (last === undefined || (line.role === ends && last !== ends))
      groups.push({ sets: [], components: [] });
    const group = groups.at(-1);
    if (line.role === 'main') group?.sets.push(line);
    else group?.components.push(line);
    last = line.role;
  }
  return groups;
}
