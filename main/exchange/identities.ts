import type { ImportPlan } from '#app/exchange/plan-types.ts';
import type { KnownStore } from '#app/exchange/known-store.ts';
import { newId } from '#db/ids.ts';
import { headquartersCode } from '#db/queries/defaults.ts';
import type { ReadAccess } from '#db/store.ts';

/** Codes to ids, for what the store has and for what this import adds. */
export interface Identities {
  product(code: string): string;
  customer(code: string): string;
  warehouse(codeOrName: string | null): string;
  supplier(codeOrName: string | null): string;
  /** The id of a lot, and whether the store had it. */
  lot(productCode: string, lotCode: string): { id: string; known: boolean };
  /** Sales order → id, the same for the order and its stock document's link. */
  orderId(index: number): string;
  documentId(index: number): string;
  newDocumentId(): string;
}

export async function readIdentities(
  db: ReadAccess,
  known: KnownStore,
  plan: ImportPlan,
): Promise<Identities> {
  const products = new Map([...known.products].map(([code, product]) => [code, product.id]));
  for (const product of plan.products) if (product.action === 'insert') products.set(product.code, newId());
  const customers = await codesToIds(db, 'customer');
  for (const customer of plan.customers) customers.set(customer.code, newId());
  const suppliers = await codesToIds(db, 'supplier');
  const warehouses = new Map<string, string>();
  for (const row of await db.selectFrom('warehouse').select(['id', 'code', 'name']).execute()) {
    warehouses.set(row.name, row.id);
    warehouses.set(row.code, row.id);
  }
  const lots = await knownLots(db, plan);
  const orders = plan.orders.map(() => ({ order: newId(), document: newId() }));
  return {
    product: (code) => need(products, code),
    customer: (code) => need(customers, code),
    warehouse: (code) => need(warehouses, code ?? known.defaultWarehouse),
    supplier: (code) => suppliers.get(code ?? headquartersCode) ?? need(suppliers, headquartersCode),
    lot: (productCode, lotCode) => {
      const key = `${productCode}\u001F${lotCode}`;
      const found = lots.get(key);
      if (found !== undefined) return { id: found, known: true };
      const id = newId();
      lots.set(key, id);
      return { id, known: false };
    },
    orderId: (index) => orders[index]?.order ?? '',
    documentId: (index) => orders[index]?.document ?? '',
    newDocumentId: () => newId(),
  };
}

function need(map: ReadonlyMap<string, string>, code: string): string {
  const id = map.get(code);
  if (id === undefined) throw new Error(`the plan names ${code}, which neither it nor the store has`);
  return id;
}

async function codesToIds(db: ReadAccess, kind: 'customer' | 'supplier'): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('partner')
    .select(['id', 'code', 'name'])
    .where('kind', '=', kind)
    .execute();
  const ids = new Map<string, string>();
  if (kind === 'supplier') for (const row of rows) ids.set(row.name, row.id);
  for (const row of rows) ids.set(row.code, row.id);
  return ids;
}

async function knownLots(db: ReadAccess, plan: ImportPlan): Promise<Map<string, string>> {
  if (plan.stock.every((line) => line.lot === null)) return new Map();
  const rows = await db
    .selectFrom('lot')
    .innerJoin('product', 'product.id', 'lot.product_id')
    .select(['lot.id', 'lot.code as lot', 'product.code as product'])
    .execute();
  return new Map(rows.map((row) => [`${row.product}\u001F${row.lot}`, row.id]));
}
