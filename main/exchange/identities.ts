import type { ImportPlan } from '#app/exchange/plan-types.ts';
import { lotKey } from '#app/exchange/known-store.ts';
import type { KnownStore, PartnerKind } from '#app/exchange/known-store.ts';
import { newId } from '#db/ids.ts';
import { headquartersCode } from '#db/queries/defaults.ts';
import type { ReadAccess } from '#db/store.ts';

/** Codes to ids, for what the store has and for what this import adds. */
export interface Identities {
  product(code: string): string;
  customer(code: string): string;
  warehouse(codeOrName: string | null): string;
  supplier(codeOrName: string | null): string;
  /** As a plan names partners: kind and code. */
  partner(partnerId: string): string;
  order(number: string): string;
  lot(productCode: string, lotCode: string): string;
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
  const distributors = await codesToIds(db, 'distributor');
  const purchaseOrders = await orderIds(db, plan);
  const warehouses = new Map<string, string>();
  for (const row of await db.selectFrom('warehouse').select(['id', 'code', 'name']).execute()) {
    warehouses.set(row.name, row.id);
    warehouses.set(row.code, row.id);
  }
  const lots = await knownLots(db);
  for (const { productCode, code } of plan.lots) lots.set(lotKey(productCode, code), newId());
  const orders = plan.orders.map(() => ({ order: newId(), document: newId() }));
  return {
    product: (code) => need(products, code),
    customer: (code) => need(customers, code),
    warehouse: (code) => need(warehouses, code ?? known.defaultWarehouse),
    supplier: (code) => suppliers.get(code ?? headquartersCode) ?? need(suppliers, headquartersCode),
    partner: (partnerId) => {
      const [kind = '', code = ''] = partnerId.split('\u001F');
      const ids = kind === 'customer' ? customers : kind === 'supplier' ? suppliers : distributors;
      return need(ids, code);
    },
    order: (number) => need(purchaseOrders, number),
    lot: (productCode, lotCode) => need(lots, lotKey(productCode, lotCode)),
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

async function codesToIds(db: ReadAccess, kind: PartnerKind): Promise<Map<string, string>> {
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

async function knownLots(db: ReadAccess): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('lot')
    .innerJoin('product', 'product.id', 'lot.product_id')
    .select(['lot.id', 'lot.code as lot', 'product.code as product'])
    .execute();
  return new Map(rows.map((row) => [lotKey(row.product, row.lot), row.id]));
}

/** Of the orders that documents of the file answer. */
async function orderIds(db: ReadAccess, plan: ImportPlan): Promise<Map<string, string>> {
  const numbers = new Set(plan.documents.flatMap(({ sheet }) => sheet.orderId ?? []));
  if (numbers.size === 0) return new Map();
  const rows = await db
    .selectFrom('purchase_order')
    .select(['id', 'number'])
    .where('number', 'in', [...numbers])
    .execute();
  return new Map(rows.map(({ id, number }) => [number, id]));
}
