import { businessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { AppError } from '#app/core/errors.ts';
import type { StockDocumentKind } from '#app/stock/stock-words.ts';
import { newId } from '#db/ids.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import type { AnchorPolicy, StockLineToPost } from '#db/queries/stock/posting-types.ts';

import { openSampleContext } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { router } from '../server/trpc.ts';
import { documentsRouter } from './documents-router.ts';
import type { FrozenList } from './freeze-list.ts';
import type { PostedCounts } from './post-stocktake.ts';
import { stockRouter } from './router.ts';
import { stocktakesRouter } from './stocktakes-router.ts';

const api = router({ stocktakes: stocktakesRouter, stock: stockRouter, documents: documentsRouter });
type Caller = ReturnType<typeof api.createCaller>;

/** The day on which lists are counted. */
export const countDay = businessDay('2026-11-22');

/** What is moved: a product, base units, its cost in fen, its batch. */
type Move = readonly [code: string, quantity: number, cost?: number, lot?: string];

interface Seeded {
  /** Ids by code. */
  readonly products: ReadonlyMap<string, string>;
  readonly lots: ReadonlyMap<string, string>;
}

/**
 * The API on a store whose main warehouse forbids going below nothing. 10 of `A`, 20 of `B`, 3 of `D`, none of `E`, and of `C`,
 * which is kept by batches, 5 of `L1` and 7 of `L2`.
 */
export async function openStocktakeApi() {
  const { context, cleanup } = await openSampleContext('empty');
  const caller = api.createCaller(context);
  const main = (await caller.stock.warehouses())[0]?.id ?? '';
  const seeded = await seed(context, main);
  const move = moving(context, main, seeded);
  await move('opening', [
    ['A', 10, 1000],
    ['B', 20, 4000],
    ['C', 5, 500, 'L1'],
    ['C', 7, 700, 'L2'],
    ['D', 3, 900],
  ]);
  return {
    context,
    caller,
    cleanup,
    main,
    move,
    productId: (code: string): string => seeded.products.get(code) ?? '',
    onHand: (code: string, lot: string | null = null) => onHand(context, main, seeded, [code, lot]),
    ...counting(context, caller, main),
  };
}

export type StocktakeApi = Awaited<ReturnType<typeof openStocktakeApi>>;

/** What a call fails with. */
export async function failureOf(work: Promise<unknown>): Promise<AppError['failure']> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  const cause = (error as Error).cause ?? error;
  return (cause as AppError).failure;
}

/** What a person does with a list. */
function counting(context: Context, caller: Caller, main: string) {
  const lineNamed = async (list: string, code: string, lot: string | null = null) => {
    const { rows } = await caller.stocktakes.lines({ id: list });
    const found = rows.find((row) => row.code === code && row.lot === lot);
    if (found === undefined) throw new Error(`no line ${code} ${lot}`);
    return found;
  };
  return {
    start: async (input: Partial<Parameters<Caller['stocktakes']['start']>[0]> = {}): Promise<FrozenList> => {
      const { jobId } = await caller.stocktakes.start({
        warehouseId: main,
        scope: { kind: 'all' },
        blind: false,
        ...input,
      });
      return (await context.jobs.wait(jobId)) as FrozenList;
    },
    post: async (input: Parameters<Caller['stocktakes']['post']>[0]): Promise<PostedCounts> => {
      const { jobId } = await caller.stocktakes.post(input);
      return (await context.jobs.wait(jobId)) as PostedCounts;
    },
    lineNamed,
    count: async (list: string, code: string, counted: number | null, lot: string | null = null) => {
      const { line, version } = await lineNamed(list, code, lot);
      return caller.stocktakes.setCount({ id: list, line, version, counted });
    },
    /** What was counted until now was counted at this instant. */
    countedAt: async (list: string, at: string): Promise<void> => {
      const audit = { actor: 't', action: 'count', entity: 'stocktake', entityId: list };
      await context.store.transact(audit, ({ trx }) =>
        trx
          .updateTable('stocktake_line')
          .set({ counted_at: at })
          .where('stocktake_id', '=', list)
          .where('counted', 'is not', null)
          .execute(),
      );
    },
    /** Leaves no list open for the next test. */
    close: async (list: string): Promise<void> => {
      await caller.stocktakes.close({ id: list, leaveOut: true });
    },
  };
}

function moving(context: Context, main: string, { products, lots }: Seeded) {
  const lineOf = ([code, quantity, cost, lot]: Move): StockLineToPost => ({
    productId: products.get(code) ?? '',
    warehouseId: main,
    lotId: lot === undefined ? null : (lots.get(lot) ?? null),
    quantity,
    costFen: cost ?? null,
  });
  return (
    kind: StockDocumentKind,
    moves: readonly Move[],
    {
      day = businessDay('2026-11-01'),
      anchors = 'refuse',
    }: { day?: BusinessDay; anchors?: AnchorPolicy } = {},
  ) => {
    const terms = { device: 'A1', now: context.clock.now(), negative: 'rule', anchors } as const;
    const audit = { actor: 't', action: 'post', entity: 'stock_document' };
    return context.store.transact(audit, (write) =>
      postStockDocument(write, { kind, day, lines: moves.map(lineOf) }, terms),
    );
  };
}

async function seed(context: Context, main: string): Promise<Seeded> {
  const products = new Map<string, string>();
  const lots = new Map<string, string>();
  await context.store.transact({ actor: 't', action: 'seed', entity: 'store' }, async ({ bulk, trx }) => {
    const at = '2026-01-01T00:00:00.000Z';
    for (const [code, category, barcode, lotControl] of [
      ['A', '面膜', '6900000000014', 0],
      ['B', '面膜', '6900000000021', 0],
      ['C', '精华', '6900000000038', 1],
      ['D', '精华', '6900000000045', 0],
      ['E', '礼品', null, 0],
    ] as const) {
      const id = newId();
      products.set(code, id);
      bulk.insert(
        'product',
        [
          'id',
          'code',
          'name',
          'category',
          'barcode',
          'search_text',
          'lot_control',
          'created_at',
          'updated_at',
        ],
        [[id, code, `${code} 品`, category, barcode, code.toLowerCase(), lotControl, at, at]],
      );
    }
    for (const [code, expiry] of [
      ['L1', '2027-01-01'],
      ['L2', '2028-01-01'],
    ] as const) {
      const id = newId();
      lots.set(code, id);
      bulk.insert(
        'lot',
        ['id', 'product_id', 'code', 'expiry_day', 'created_at'],
        [[id, products.get('C') ?? '', code, expiry, at]],
      );
    }
    await trx.updateTable('warehouse').set({ negative: 'block' }).where('id', '=', main).execute();
  });
  return { products, lots };
}

async function onHand(
  context: Context,
  main: string,
  { products, lots }: Seeded,
  [code, lot]: readonly [string, string | null],
): Promise<number> {
  const row = await context.store.read
    .selectFrom('stock_balance')
    .select('on_hand')
    .where('product_id', '=', products.get(code) ?? '')
    .where('warehouse_id', '=', main)
    .where('lot_key', '=', lot === null ? '' : (lots.get(lot) ?? ''))
    .executeTakeFirst();
  return row?.on_hand ?? 0;
}
