import { addDays, daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { mulDiv } from '#app/stock/allocate.ts';

import type { ReadAccess } from '../../store.ts';

/** Everything that figures of stock are made of, read whole: for tests that recompute them the long way. */
export async function readEverything(db: ReadAccess) {
  return {
    products: await db.selectFrom('product').selectAll().orderBy('code').execute(),
    warehouses: await db.selectFrom('warehouse').selectAll().execute(),
    lots: await db.selectFrom('lot').selectAll().execute(),
    documents: await db.selectFrom('stock_document').selectAll().execute(),
    ledger: await db.selectFrom('stock_ledger').selectAll().execute(),
    sales: await db.selectFrom('sales_line').selectAll().execute(),
    purchases: await db
      .selectFrom('purchase_line')
      .innerJoin('purchase_order', 'purchase_order.id', 'order_id')
      .selectAll()
      .execute(),
    orders: await db
      .selectFrom('customer_order_line')
      .innerJoin('customer_order', 'customer_order.id', 'order_id')
      .selectAll()
      .execute(),
  };
}

export type Everything = Awaited<ReturnType<typeof readEverything>>;

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** The figures of one product, in one warehouse (its code) or in all, entry by entry. */
export function recomputed(
  all: Everything,
  productId: string,
  { today, warehouse }: { readonly today: BusinessDay; readonly warehouse?: string | undefined },
) {
  const place = all.warehouses.find(({ code }) => code === warehouse);
  const isHere = (id: string | null): boolean => warehouse === undefined || id === place?.id;
  const ledger = all.ledger.filter((row) => row.product_id === productId && isHere(row.warehouse_id));
  const kindOf = (id: string) => all.warehouses.find((row) => row.id === id)?.kind;
  const lotOf = (id: string | null) => all.lots.find((row) => row.id === id);
  const usable = ledger.filter(({ warehouse_id, lot_id }) => {
    const lot = lotOf(lot_id);
    const isGood = lot === undefined || (lot.status === 'normal' && (lot.expiry_day ?? today) >= today);
    return kindOf(warehouse_id) === 'own' && isGood;
  });
  const reserved = sum(
    all.orders.filter(
      (row) =>
        row.product_id === productId &&
        isHere(row.warehouse_id) &&
        ['open', 'partly_issued'].includes(row.status),
    ),
    ({ quantity, issued }) => Math.max(0, quantity - issued),
  );
  const since = addDays(today, -90);
  const isRecent = ({ day }: { readonly day: BusinessDay }): boolean => day > since && day <= today;
  const isSoldHere = (id: string | null): boolean => isHere(id) || (id === null && place?.is_default === 1);
  const sold = sum(
    all.sales.filter((row) => row.product_id === productId && isRecent(row) && isSoldHere(row.warehouse_id)),
    ({ quantity }) => quantity,
  );
  const perDay = Math.max(0, sold) / 90;
  const onHand = sum(ledger, ({ quantity }) => quantity);
  const value = sum(ledger, ({ cost_fen }) => cost_fen);
  const available = sum(usable, ({ quantity }) => quantity) - reserved;
  const soldCost = -sum(
    ledger.filter((row) => isRecent(row) && ['issue', 'customer_return'].includes(row.kind)),
    ({ cost_fen }) => cost_fen,
  );
  return {
    onHand,
    value,
    reserved,
    available,
    perDay,
    onOrder: sum(
      all.purchases.filter(
        (row) =>
          row.product_id === productId && ['sent', 'confirmed', 'partly_received'].includes(row.status),
      ),
      ({ quantity, confirmed, received }) => Math.max(0, (confirmed ?? quantity) - received),
    ),
    inTransit: sum(
      all.ledger.filter((row) => row.product_id === productId && kindOf(row.warehouse_id) === 'transit'),
      ({ quantity, warehouse_id, document_id }) =>
        isHere(warehouse_id) || isHere(destinationOf(all, document_id)) ? quantity : 0,
    ),
    coverDays: perDay > 0 ? Math.max(0, available) / perDay : null,
    averageCost: onHand > 0 ? mulDiv(value, 1, onHand) : null,
    turnoverDays: soldCost > 0 ? (value / soldCost) * 90 : null,
    riskUnits: soldOff(batchesOf(usable, lotOf), perDay, today),
  };
}

/** Where goods in transit go, by the dispatch or by what arrived of it. */
function destinationOf({ documents }: Everything, id: string): string | null {
  const document = documents.find((row) => row.id === id);
  if (document === undefined) return null;
  return document.kind === 'transfer_out' ? document.to_warehouse_id : document.warehouse_id;
}

interface Batch {
  readonly expiryDay: BusinessDay;
  quantity: number;
}

function batchesOf(
  usable: Everything['ledger'],
  lotOf: (id: string | null) => Everything['lots'][number] | undefined,
): Batch[] {
  const balances = new Map<string, Batch>();
  for (const { lot_id, warehouse_id, quantity } of usable) {
    const expiryDay = lotOf(lot_id)?.expiry_day ?? null;
    if (expiryDay === null) continue;
    const key = `${lot_id} ${warehouse_id}`;
    const batch = balances.get(key) ?? { expiryDay, quantity: 0 };
    batch.quantity += quantity;
    balances.set(key, batch);
  }
  return [...balances.values()].filter(({ quantity }) => quantity > 0);
}

/** Sells day by day, first expiry first, whole units as they add up; gives what is left when all has expired. */
function soldOff(batches: readonly Batch[], perDay: number, today: BusinessDay): number {
  const left = batches
    .map((batch) => ({ ...batch }))
    .toSorted((a, b) => (a.expiryDay < b.expiryDay ? -1 : 1));
  const last = left.at(-1)?.expiryDay ?? today;
  let sold = 0;
  for (let day = 0; day <= daysBetween(today, last); day++) {
    let wanted = Math.floor(perDay * (day + 1)) - sold;
    for (const batch of left) {
      if (batch.expiryDay < addDays(today, day)) continue;
      const taken = Math.min(wanted, batch.quantity);
      batch.quantity -= taken;
      wanted -= taken;
      sold += taken;
    }
    // What could not be sold for want of stock is not made up for later.
    sold += Math.max(0, wanted);
  }
  return sum(left, ({ quantity }) => quantity);
}
