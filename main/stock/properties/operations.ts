import fc from 'fast-check';

import type { StockReason, WrittenKind } from '#app/stock/stock-words.ts';

import type { Goods } from './world.ts';

/** One step of a sequence, by numbers that stand for whatever is there when it is done. */
export type Operation =
  | {
      readonly type: 'write';
      readonly kind: Exclude<WrittenKind, 'transfer_in' | 'assembly' | 'disassembly'>;
      readonly day: number;
      readonly inBlock: boolean;
      readonly lines: readonly WrittenLine[];
      readonly answers: boolean;
      readonly anchors: 'refuse' | 'keep' | 'change';
    }
  | {
      readonly type: 'sets';
      readonly kind: 'assembly' | 'disassembly';
      readonly day: number;
      readonly inBlock: boolean;
      readonly quantity: number;
    }
  | {
      readonly type: 'arrive';
      readonly which: number;
      readonly late: number;
      readonly difference: number;
      readonly restFollows: boolean;
    }
  | {
      readonly type: 'count';
      readonly day: number;
      readonly inBlock: boolean;
      readonly product: keyof Goods;
      readonly counted: number;
    }
  | {
      readonly type: 'reverse';
      readonly which: number;
      readonly late: number;
      readonly anchors: 'refuse' | 'keep' | 'change';
    };

export interface WrittenLine {
  readonly product: keyof Goods;
  readonly quantity: number;
  readonly price: number | null;
  readonly lot: 0 | 1 | 2;
}

export const reasons: readonly StockReason[] = ['damage', 'sample', 'correction'];

const day = fc.integer({ min: 0, max: 30 });
const anchors = fc.constantFrom('refuse' as const, 'keep' as const, 'change' as const);

const writtenLine: fc.Arbitrary<WrittenLine> = fc.record({
  product: fc.constantFrom('loose', 'other', 'batched', 'set'),
  quantity: fc.integer({ min: 1, max: 12 }),
  price: fc.option(fc.integer({ min: 0, max: 999 }), { freq: 4 }),
  lot: fc.constantFrom(0, 1, 2),
});

const write: fc.Arbitrary<Operation> = fc.record({
  type: fc.constant('write' as const),
  kind: fc.constantFrom(
    'receipt',
    'receipt',
    'receipt',
    'issue',
    'issue',
    'customer_return',
    'supplier_return',
    'transfer_out',
    'transfer_out',
    'transfer_out',
    'transfer_out',
    'exchange_in',
    'exchange_out',
    'adjustment',
    'internal_use',
    'scrap',
  ),
  day,
  inBlock: fc.boolean(),
  lines: fc.array(writtenLine, { minLength: 1, maxLength: 3 }),
  answers: fc.boolean(),
  anchors,
});

const sets: fc.Arbitrary<Operation> = fc.record({
  type: fc.constant('sets' as const),
  kind: fc.constantFrom('assembly', 'assembly', 'disassembly'),
  day,
  inBlock: fc.boolean(),
  quantity: fc.integer({ min: 1, max: 4 }),
});

const arrive: fc.Arbitrary<Operation> = fc.record({
  type: fc.constant('arrive' as const),
  which: fc.nat(20),
  late: fc.integer({ min: 0, max: 5 }),
  difference: fc.integer({ min: -2, max: 1 }),
  restFollows: fc.boolean(),
});

const count: fc.Arbitrary<Operation> = fc.record({
  type: fc.constant('count' as const),
  day,
  inBlock: fc.boolean(),
  product: fc.constantFrom('loose', 'other', 'set'),
  counted: fc.integer({ min: 0, max: 20 }),
});

const reverse: fc.Arbitrary<Operation> = fc.record({
  type: fc.constant('reverse' as const),
  which: fc.nat(20),
  late: fc.integer({ min: 0, max: 10 }),
  anchors,
});

/** Goods of each sort come in first, so that there is something to move. */
function firstDelivery(inBlock: boolean): fc.Arbitrary<Operation> {
  return fc
    .record({
      day: fc.integer({ min: 0, max: 12 }),
      quantity: fc.integer({ min: 1, max: 25 }),
      price: fc.nat(999),
    })
    .map(({ day: on, quantity, price }) => ({
      type: 'write',
      kind: 'receipt',
      day: on,
      inBlock,
      lines: (['loose', 'other', 'batched', 'batched'] as const).map((product, index) => ({
        product,
        quantity: quantity + index,
        price: price + index,
        lot: product === 'batched' ? (index === 2 ? 1 : 2) : 0,
      })),
      answers: false,
      anchors: 'refuse',
    }));
}

const anything = fc.oneof(
  { weight: 9, arbitrary: write },
  { weight: 2, arbitrary: sets },
  { weight: 5, arbitrary: arrive },
  { weight: 2, arbitrary: count },
  { weight: 4, arbitrary: reverse },
);

export const sequences: fc.Arbitrary<readonly Operation[]> = fc
  .tuple(firstDelivery(true), firstDelivery(false), fc.array(anything, { minLength: 1, maxLength: 8 }))
  .map(([first, second, rest]) => [first, second, ...rest]);
