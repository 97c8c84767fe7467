import type { AppError, ErrorCode, ErrorParameters } from '#app/core/errors.ts';
import type { StockSheetInput } from '#app/stock/stock-sheet.ts';
import { newId } from '#db/ids.ts';

import { partnersRouter } from '../partners/router.ts';
import { openSampleContext } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { router } from '../server/trpc.ts';
import { documentsRouter } from './documents-router.ts';
import { stockRouter } from './router.ts';
import { sheetsRouter } from './sheets-router.ts';

const api = router({
  documents: documentsRouter,
  partners: partnersRouter,
  sheets: sheetsRouter,
  stock: stockRouter,
});

/** The day on which everything in these tests happens unless it says otherwise. */
export const stockDay = '2026-11-22';

/**
 * The API on an empty store with a few products: goods `A`, goods `B` under lot control, a set `S` of two `B` and one `A`, a
 * service `V`; a second warehouse, and one partner of every kind.
 */
export async function openStockApi() {
  const { context, cleanup } = await openSampleContext('empty');
  const caller = api.createCaller(context);
  const products = await seedProducts(context);
  const [main, hold, second] = [
    await warehouseId(context, 'MAIN'),
    await warehouseId(context, 'HOLD'),
    (await caller.stock.createWarehouse({ code: 'W2', name: '二号仓' })).id,
  ];
  const partner = async (kind: 'customer' | 'supplier' | 'distributor', name: string): Promise<string> =>
    (await caller.partners.create({ kind, name })).partner.id;
  const partners = {
    customer: await partner('customer', '王女士'),
    supplier: await partner('supplier', '总部'),
    distributor: await partner('distributor', '华南总代'),
  };
  const sheet = (kind: StockSheetInput['kind'], more: Partial<StockSheetInput>): StockSheetInput => ({
    kind,
    day: stockDay,
    warehouseId: main,
    lines: [],
    ...more,
  });
  return {
    context,
    caller,
    cleanup,
    products,
    warehouses: { main, hold, second },
    partners,
    sheet,
    /** Posts a document of that kind. */
    post: (
      kind: StockSheetInput['kind'],
      more: Partial<StockSheetInput>,
      terms: { arrives?: boolean; anchors?: 'keep' | 'change' } = {},
    ) => caller.documents.post({ sheet: sheet(kind, more), ...terms }),
    /** On hand by batch code ('' for none) in one warehouse, batches without stock left out. */
    onHand: (product: string, warehouse = main): Promise<Record<string, number>> =>
      onHand(context, product, warehouse),
    /** Quantity and cost of a product in one warehouse. */
    pool: async (product: string, warehouse = main): Promise<{ quantity: number; cost: number }> => {
      const row = await context.store.read
        .selectFrom('stock_pool')
        .select(['quantity', 'cost_fen as cost'])
        .where('product_id', '=', product)
        .where('warehouse_id', '=', warehouse)
        .executeTakeFirst();
      return row ?? { quantity: 0, cost: 0 };
    },
  };
}

export type StockApi = Awaited<ReturnType<typeof openStockApi>>;

/** Receives 10 of A at 1.00 and two batches of B: 5 that expire first, 20 later; each 3.00. */
export function receiveGoods({ post, products, partners }: StockApi, day = stockDay) {
  return post('receipt', {
    day,
    partnerId: partners.supplier,
    lines: [
      { productId: products.A, quantity: 10, unitPrice: 100 },
      {
        productId: products.B,
        quantity: 5,
        unitPrice: 300,
        lot: { code: 'B1', productionDay: '2025-06-01' },
      },
      { productId: products.B, quantity: 20, unitPrice: 300, lot: { code: 'B2', expiryDay: '2029-01-01' } },
    ],
  });
}

/** The parameters of the failure of that code; any other outcome fails the test. */
export async function failing<Code extends ErrorCode>(
  work: Promise<unknown>,
  code: Code,
): Promise<ErrorParameters[Code]> {
  const error: unknown = await work.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  );
  const cause = (error as Error).cause as AppError | undefined;
  if (cause?.failure.code !== code) throw error;
  return cause.failure.parameters as ErrorParameters[Code];
}

async function seedProducts({ store }: Context) {
  const ids = { A: newId(), B: newId(), S: newId(), V: newId() };
  const at = '2026-11-01T00:00:00Z';
  await store.transact({ actor: 'tester', action: 'seed', entity: 'product' }, async ({ trx }) => {
    const products = [
      { id: ids.A, code: 'A', name: '洁面乳', pack_size: 12 },
      { id: ids.B, code: 'B', name: '面膜', lot_control: 1, shelf_life_days: 1095 },
      { id: ids.S, code: 'S', name: '套装', kind: 'set' },
      { id: ids.V, code: 'V', name: '护理', kind: 'service' },
    ] as const;
    for (const product of products)
      await trx
        .insertInto('product')
        .values({ ...product, created_at: at, updated_at: at })
        .execute();
    await trx
      .insertInto('product_component')
      .values([
        { set_id: ids.S, component_id: ids.A, quantity: 1 },
        { set_id: ids.S, component_id: ids.B, quantity: 2 },
        { set_id: ids.S, component_id: ids.V, quantity: 1 },
      ])
      .execute();
    // New stores allow what the first version allowed; these tests want the rule.
    await trx.updateTable('warehouse').set({ negative: 'block' }).execute();
  });
  return ids;
}

async function warehouseId({ store }: Context, code: string): Promise<string> {
  const row = await store.read
    .selectFrom('warehouse')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function onHand(
  { store }: Context,
  product: string,
  warehouse: string,
): Promise<Record<string, number>> {
  const rows = await store.read
    .selectFrom('stock_balance as b')
    .leftJoin('lot', 'lot.id', 'b.lot_id')
    .select(['lot.code', 'b.on_hand'])
    .where('b.product_id', '=', product)
    .where('b.warehouse_id', '=', warehouse)
    .orderBy('lot.code')
    .execute();
  return Object.fromEntries(rows.map(({ code, on_hand }) => [code ?? '', on_hand]));
}
