import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerOrderView } from '#app/orders/customer-types.ts';
import type { PurchaseOrderView } from '#app/orders/purchase-types.ts';
import { query } from '../../api/client.ts';
import { QueryState } from '../../ui/states.tsx';
import { CustomerEditor } from './customer-editor.tsx';
import { blankLine } from './order-form.ts';
import type { EditorProduct, FormLine, OrderForm } from './order-form.ts';
import { PurchaseEditor } from './purchase-editor.tsx';

interface Loaded<Order> {
  readonly order: Order | null;
  readonly form: OrderForm;
}

interface WrittenLine {
  readonly line: number;
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: number | null;
}

async function formLines(lines: readonly WrittenLine[], keepNumbers: boolean): Promise<FormLine[]> {
  const ids = lines.map(({ productId }) => productId);
  const products = new Map<string, EditorProduct>(
    (await query('sheets.products', { ids })).map((product) => [product.id, product]),
  );
  return lines.map(({ line, productId, quantity, unitPrice }) => ({
    ...blankLine(),
    product: products.get(productId) ?? null,
    quantity,
    price: unitPrice,
    line: keepNumbers ? line : null,
  }));
}

async function loadPurchase(id: string | null): Promise<Loaded<PurchaseOrderView>> {
  const defaults = await query('purchaseOrders.defaults');
  if (id === null) {
    const { day, supplierId, warehouseId, expectedDay } = defaults;
    const head = { day, partnerId: supplierId, warehouseId, wantedDay: expectedDay, note: '' };
    return { order: null, form: { head, lines: [] } };
  }
  const order = await query('purchaseOrders.get', { id });
  const head = {
    day: order.order.day,
    partnerId: order.supplierId,
    warehouseId: order.warehouseId ?? defaults.warehouseId,
    wantedDay: order.order.expectedDay ?? ('' as const),
    note: order.note,
  };
  return { order, form: { head, lines: await formLines(order.lines, false) } };
}

async function loadCustomerOrder(id: string | null): Promise<Loaded<CustomerOrderView>> {
  if (id === null) {
    const { day, warehouseId } = await query('customerOrders.defaults');
    const head = { day, partnerId: null, warehouseId, wantedDay: '' as const, note: '' };
    return { order: null, form: { head, lines: [] } };
  }
  const order = await query('customerOrders.get', { id });
  const head = {
    day: order.order.day,
    partnerId: order.partnerId,
    warehouseId: order.warehouseId,
    wantedDay: order.order.dueDay ?? ('' as const),
    note: order.note,
  };
  return { order, form: { head, lines: await formLines(order.lines, true) } };
}

/** Read once when it is opened: what is typed is never replaced by what is read later, unless the person asks for it. */
function useLoaded<Order>(
  kind: string,
  id: string | null,
  load: (id: string | null) => Promise<Loaded<Order>>,
) {
  const [round, setRound] = useState(0);
  const [opened] = useState(() => crypto.randomUUID());
  const answer = useQuery({
    queryKey: [`${kind}.editor`, id, opened, round],
    queryFn: () => load(id),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return { answer, round, reload: () => setRound(round + 1) };
}

export function PurchaseEditorPage({ id }: { readonly id: string | null }) {
  const { answer, round, reload } = useLoaded('orders', id, loadPurchase);
  return (
    <QueryState query={answer}>
      {({ form, order }) => <PurchaseEditor key={round} initial={form} order={order} onReload={reload} />}
    </QueryState>
  );
}

export function CustomerEditorPage({ id }: { readonly id: string | null }) {
  const { answer, round, reload } = useLoaded('customerOrder', id, loadCustomerOrder);
  return (
    <QueryState query={answer}>
      {({ form, order }) => <CustomerEditor key={round} initial={form} order={order} onReload={reload} />}
    </QueryState>
  );
}
