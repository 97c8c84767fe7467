import { query } from '../api/client.ts';
import type { OutputOf } from '../api/contract.ts';
import { proposedPartner, readOrder } from './head.ts';
import { scanKinds } from './kinds.ts';
import type { ScanKind } from './kinds.ts';
import { localToday } from '../ui/local-today.ts';
import { emptySession } from './session.ts';
import type { LineLot } from './session.ts';
import { isScannable, linesOf } from './sheet.ts';
import { noPreview } from './state.ts';
import type { Named, ScanState } from './state.ts';

const memory = (kind: ScanKind): string => `zongdai.scan.${kind}`;

/** The draft that was not posted when the screen, or the power, went off. */
function rememberedDraft(kind: ScanKind): string | null {
  return localStorage.getItem(memory(kind));
}

export function rememberDraft(kind: ScanKind, draftId: string | null): void {
  if (draftId === null) localStorage.removeItem(memory(kind));
  else localStorage.setItem(memory(kind), draftId);
}

interface Begin {
  readonly kind: ScanKind;
  /** From the address. */
  readonly orderId: string | null;
  readonly draftId: string | null;
}

/** What the screen begins with: an unfinished draft, an order to answer, or nothing yet. */
export async function beginScanning({ kind, orderId, draftId }: Begin): Promise<ScanState> {
  const warehouses = await query('stock.warehouses');
  const [first] = warehouses;
  const empty: ScanState = {
    kind,
    head: {
      day: localToday(),
      warehouse: { id: first?.id ?? '', name: first?.name ?? '' },
      toWarehouse: null,
      partner: null,
      order: null,
    },
    expected: [],
    session: emptySession,
    question: null,
    times: null,
    preview: noPreview,
    draft: null,
    saving: 'no',
    resumed: false,
    isPosting: false,
    posted: null,
    error: null,
  };
  const resumed = await resume(empty, { orderId, draftId }, warehouses);
  if (resumed !== null) return resumed;
  if (orderId === null) return { ...empty, head: { ...empty.head, partner: await proposedPartner(kind) } };
  const answered = await readOrder(kind, orderId);
  return { ...empty, head: { ...empty.head, ...answered.head }, expected: answered.expected };
}

/** The draft asked for, or the remembered one where it is still to be posted and is for the order asked for. */
async function resume(
  empty: ScanState,
  { orderId, draftId }: Omit<Begin, 'kind'>,
  warehouses: readonly Named[],
): Promise<ScanState | null> {
  const wanted = draftId ?? rememberedDraft(empty.kind);
  if (wanted === null) return null;
  // A draft of another store, as after a new beginning, is simply not there.
  const draft = await query('documents.draft', { id: wanted }).catch(() => null);
  if (draft === null || draft.status !== 'draft') return null;
  const { sheet } = draft;
  if (sheet.kind !== scanKinds[empty.kind].kind || !isScannable(sheet)) return null;
  if (draftId === null && orderId !== null && sheet.orderId !== orderId) return null;
  const products = await query('sheets.products', { ids: sheet.lines.map(({ productId }) => productId) });
  const lots = await lotsById(sheet);
  const place = (id: string | null | undefined): Named | null => {
    const found = warehouses.find((warehouse) => warehouse.id === id);
    return found === undefined ? null : { id: found.id, name: found.name };
  };
  const order = sheet.orderId ?? null;
  const answered = order === null ? null : await readOrder(empty.kind, order);
  const partnerId = sheet.partnerId ?? null;
  const partner = partnerId === null ? null : await query('partners.get', { id: partnerId });
  return {
    ...empty,
    head: {
      ...answered?.head,
      order: answered?.head.order ?? null,
      day: localToday(),
      warehouse: place(sheet.warehouseId) ?? empty.head.warehouse,
      toWarehouse: place(sheet.toWarehouseId),
      partner: partner === null ? null : { id: partner.id, name: partner.name },
    },
    expected: answered?.expected ?? [],
    session: {
      ...emptySession,
      lines: linesOf(sheet.lines, new Map(products.map((product) => [product.id, product])), lots),
    },
    draft: { id: draft.id, version: draft.version },
    resumed: sheet.lines.length > 0,
  };
}

/** The batches that a draft written elsewhere names by id. */
async function lotsById({
  lines,
  warehouseId,
}: OutputOf<'documents.draft'>['sheet']): Promise<Map<string, LineLot>> {
  const byId = new Map<string, LineLot>();
  const named = lines.filter(({ lot }) => lot !== undefined && lot !== null && 'lotId' in lot);
  for (const productId of new Set(named.map((line) => line.productId))) {
    const lots = await query('sheets.lots', { productId, warehouseId });
    for (const { lotId, code } of lots) byId.set(lotId, { code, productionDay: null, expiryDay: null });
  }
  return byId;
}
