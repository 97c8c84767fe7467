import { query } from '../api/client.ts';
import { scanKinds } from './kinds.ts';
import type { ExpectedLine, Named, ScanHead, ScanState, Work } from './state.ts';

/** What can stand in a part of the head. By number: the first nine. */
export async function optionsOf(
  kind: 'warehouse' | 'toWarehouse' | 'order',
  { kind: scanKind, head }: ScanState,
): Promise<Named[]> {
  if (kind === 'order') {
    const orders = await query('sheets.orders', { kind: answering(scanKind) });
    return orders.map(({ id, number, partnerName }) => ({ id, name: `${number}  ${partnerName ?? ''}` }));
  }
  const warehouses = await query('stock.warehouses');
  return warehouses
    .filter((place) => place.kind === 'own' && (kind === 'warehouse' || place.id !== head.warehouse.id))
    .map(({ id, name }) => ({ id, name }));
}

function answering(kind: ScanState['kind']): 'receipt' | 'issue' {
  return kind === 'receive' ? 'receipt' : 'issue';
}

export async function chooseHead(
  work: Work,
  kind: 'warehouse' | 'toWarehouse' | 'order' | 'partner',
  named: Named,
): Promise<void> {
  const state = work.state();
  if (kind === 'order') {
    const answered = await readOrder(state.kind, named.id);
    const head = { ...state.head, ...answered.head };
    work.change({ question: null, head, expected: answered.expected });
  } else work.change({ question: null, head: { ...state.head, [kind]: named } });
  work.sound('good');
  work.keep();
}

/** An order to answer: what is still open of it, and what it says of the head. */
export async function readOrder(
  kind: ScanState['kind'],
  id: string,
): Promise<{ head: Partial<ScanHead>; expected: ExpectedLine[] }> {
  const { order, lines } = await query('sheets.order', { kind: answering(kind), id });
  const products = await query('sheets.products', { ids: lines.map(({ productId }) => productId) });
  const byId = new Map(products.map((product) => [product.id, product]));
  const expected = lines.map((line): ExpectedLine => {
    const product = byId.get(line.productId);
    return {
      ...line,
      code: product?.code ?? '',
      name: product?.name ?? '',
      unit: product?.unit ?? '',
    };
  });
  const warehouses = await query('stock.warehouses');
  const place = warehouses.find((warehouse) => warehouse.id === order.warehouseId);
  const head = {
    order: { id, name: order.number },
    ...(order.partnerId === null ? {} : { partner: { id: order.partnerId, name: order.partnerName ?? '' } }),
    ...(place === undefined ? {} : { warehouse: { id: place.id, name: place.name } }),
  };
  return { head, expected };
}

/** The only one there can be, or the one that was last dealt with on this machine. */
export async function proposedPartner(kind: ScanState['kind']): Promise<Named | null> {
  const { partner } = scanKinds[kind];
  // Sales need no customer; supplies always come from someone, mostly from HQ.
  if (partner !== 'supplier') return null;
  const { rows } = await query('partners.list', { filters: { kind: partner }, page: 1, pageSize: 2 });
  const [only, another] = rows;
  return only === undefined || another !== undefined ? null : { id: only.id, name: only.name };
}
