import { afterAll, beforeAll, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { checkDigit } from '#app/stock/barcode.ts';
import { newId } from '#db/ids.ts';

import { openSampleContext } from '../../sample/testing.ts';
import type { Context } from '../../server/context.ts';
import { router } from '../../server/trpc.ts';
import { productsRouter } from '../../catalogue/products-router.ts';
import { stockRouter } from '../router.ts';

const api = router({ products: productsRouter, stock: stockRouter });
const unit = '6901234567892';
const gs = '\u001D';

let context: Context;
let cleanup: () => Promise<void>;
let caller: ReturnType<typeof api.createCaller>;
const ids = new Map<string, string>();

beforeAll(async () => {
  ({ context, cleanup } = await openSampleContext('empty'));
  caller = api.createCaller(context);
  const products = [
    { code: 'X1', name: '面膜', barcode: unit, packSize: 24 },
    { code: 'X2', name: '精华', barcode: '0012345678905' },
    { code: 'X3', name: '小样甲', barcode: null },
    { code: 'X4', name: '小样乙', barcode: null },
    { code: 'Y5', name: '旧款', barcode: '96385074', status: 'inactive' as const },
  ];
  for (const product of products) {
    const { product: created } = await caller.products.create(product);
    ids.set(product.code, created.id);
  }
  const id = (code: string): string => ids.get(code) ?? '';
  await context.store.transact({ actor: 't', action: 'seed', entity: 'barcode' }, async ({ trx }) => {
    await trx
      .insertInto('barcode')
      .values([
        { barcode: `1690123456789${checkDigit('1690123456789')}`, product_id: id('X1'), quantity: 12 },
        { barcode: '6907777777774', product_id: id('X3'), quantity: 1 },
        { barcode: '6907777777774', product_id: id('X4'), quantity: 1 },
      ])
      .execute();
    const lot = (product: string, code: string) => ({
      id: newId(),
      product_id: id(product),
      code,
      production_day: null,
      expiry_day: null,
      import_id: null,
      created_at: '2026-01-01T00:00:00.000Z',
    });
    await trx
      .insertInto('lot')
      .values([
        { ...lot('X1', 'L117'), expiry_day: businessDay('2027-12-31') },
        lot('X4', 'ONLY'),
        lot('X1', 'AB17280101'),
      ])
      .execute();
  });
}, 60_000);

afterAll(() => cleanup());

async function meaning(text: string): Promise<readonly [string[], string | null]> {
  const { matches, problem } = await caller.stock.scan({ text });
  const found = matches.map(({ product, quantity, lot, expiryDay }) =>
    [product.code, quantity, lot?.code, expiryDay]
      .filter((part) => part !== undefined && part !== null)
      .join(' '),
  );
  return [found, problem?.code ?? null];
}

test.each<readonly [string, string, readonly string[], string | null]>([
  ['its barcode', unit, ['X1 1'], null],
  ['with the identifier of EAN-13', `]E0${unit}`, ['X1 1'], null],
  ['full-width', '６９０１２３４５６７８９２', ['X1 1'], null],
  ['UPC-A of a stored EAN-13', '012345678905', ['X2 1'], null],
  ['padded to 14', '00012345678905', ['X2 1'], null],
  ['code typed by hand', 'x1', ['X1 1'], null],
  ['case with its own barcode', '16901234567899', ['X1 12'], null],
  ['case in an element string', ']C10116901234567899', ['X1 12'], null],
  ['case that is not registered', `2690123456789${checkDigit('2690123456789')}`, ['X1 24'], 'case.assumed'],
  ['shared', '6907777777774', ['X3 1', 'X4 1'], null],
  ['shared, with a batch that one has', `(01)06907777777774(10)ONLY`, ['X4 1 ONLY'], null],
  ['batch and expiry', `]d20106901234567892` + `17280131` + `10B1`, ['X1 1 B1 2028-01-31'], null],
  ['batch, GS, expiry', `]C1010690123456789210B1${gs}17280131`, ['X1 1 B1 2028-01-31'], null],
  ['no identifier', `010690123456789210B1${gs}17280131`, ['X1 1 B1 2028-01-31'], null],
  ['GS replaced', '010690123456789210B1|17280131', ['X1 1 B1 2028-01-31'], null],
  ['day 00', '(01)06901234567892(17)280200', ['X1 1 2028-02-29'], null],
  ['best before', '(01)06901234567892(15)280131(10)B1', ['X1 1 B1 2028-01-31'], null],
  ['pallet of 37', `]C10206901234567892${'37'}48`, ['X1 48'], null],
  ['cases of 37', `]C10216901234567899${'37'}4`, ['X1 48'], null],
  ['known batch: its expiry', '(01)06901234567892(10)L117', ['X1 1 L117 2027-12-31'], null],
  [
    'known batch, other expiry',
    '(01)06901234567892(10)L117(17)280131',
    ['X1 1 L117 2028-01-31'],
    'lot.differs',
  ],
  ['GS lost, known batch', '010690123456789210L11717271231', ['X1 1 L117 2027-12-31'], null],
  ['GS lost, unknown batch', '010690123456789210NEW17280131', ['X1 1 NEW 2028-01-31'], 'separator.lost'],
  ['a batch that looks like a lost GS', '010690123456789210AB17280101', ['X1 1 AB17280101'], null],
  ['a day that is none', '(01)06901234567892(17)281331', ['X1 1'], 'elements.invalid'],
  ['no longer sold', '96385074', ['Y5 1'], 'product.inactive'],
  ['misread', '6901234567893', [], 'checkDigit'],
  ['misread in an element string', '(01)06901234567893', [], 'checkDigit'],
  ['nobody has it', '6909999999996', [], 'unknown'],
  ['nobody has it, in an element string', '(01)06909999999996(10)Q', [], 'unknown'],
  ['damaged', ']C1019', [], 'elements.damaged'],
  ['nonsense', 'NONSENSE', [], 'unknown'],
])('%s: %s', async (_, text, matches, problem) => {
  expect(await meaning(text)).toEqual([matches, problem]);
});

test('what was read is said, though nothing has it', async () => {
  const { read } = await caller.stock.scan({ text: `]d20106909999999996` + `11260101` + `10Q${gs}21S9` });
  expect(read).toMatchObject({
    symbology: ']d2',
    gtin: '06909999999996',
    lot: 'Q',
    productionDay: '2026-01-01',
    serial: 'S9',
  });
});

test('what lies in the warehouse is said, and comes first', async () => {
  const lines = [{ productCode: 'X4', warehouseCode: 'MAIN', quantity: 7, unitCost: 100 }];
  await caller.stock.saveOpening({ day: '2026-11-22', lines });
  const [main] = await caller.stock.warehouses();
  const { matches } = await caller.stock.scan({ text: '6907777777774', warehouseId: main?.id });
  expect(matches.map(({ product }) => [product.code, product.onHand])).toEqual([
    ['X4', 7],
    ['X3', 0],
  ]);
});
