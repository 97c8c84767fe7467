import fc from 'fast-check';
import { expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { fen } from '#app/core/fen.ts';
import type { CountScope } from '#app/stock/count-scope.ts';

import { newId } from '../../ids.ts';
import type { Store, Write } from '../../store.ts';
import { openTestStore } from '../../testing.ts';
import { checkStore } from '../check-store.ts';
import { postStockDocument } from './posting.ts';
import { reverseStockDocument } from './reversal.ts';
import { setCount } from './stocktake-count.ts';
import { freezeStocktake } from './stocktake-freeze.ts';
import { getCountLine } from './stocktake-lines.ts';
import { movementsSinceFreeze } from './stocktake-moves.ts';
import { linesToPost, postCounts } from './stocktake-posting.ts';
import { sayOfLine } from './stocktake-verdicts.ts';

const today = businessDay('2026-11-22');
const now = new Date('2026-11-22T08:00:00Z');
const terms = { device: 'A1', now, negative: 'rule', actor: 'tester' } as const;
const counting = { now, today, actor: 'tester' };
const audit = { actor: 'tester', action: 'test', entity: 'stocktake' };

/** A movement of goods after the freeze: whether the count saw it, and whether its document was entered before the count was. */
const movement = fc.record({
  quantity: fc.integer({ min: -30, max: 30 }).filter((quantity) => quantity !== 0),
  isSeen: fc.boolean(),
  isEnteredEarly: fc.boolean(),
});

const scenario = fc.record({
  opening: fc.integer({ min: 1, max: 100 }),
  movements: fc.array(movement, { maxLength: 6 }),
  counted: fc.integer({ min: 0, max: 150 }),
  isTakenBack: fc.boolean(),
});

function write<Value>(store: Store, work: (write: Write) => Promise<Value>): Promise<Value> {
  return store.transact(audit, work);
}

test('after posting, on hand = counted + what came after the count, in whatever order it was entered', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    const warehouse = await store.read
      .selectFrom('warehouse')
      .select('id')
      .where('is_default', '=', 1)
      .executeTakeFirstOrThrow();
    await write(store, ({ trx }) =>
      trx.updateTable('warehouse').set({ negative: 'allow' }).where('id', '=', warehouse.id).execute(),
    );
    await fc.assert(
      fc.asyncProperty(scenario, async ({ opening, movements, counted, isTakenBack }) => {
        const productId = await newProduct(store);
        const move = (quantity: number) =>
          write(store, (access) =>
            postStockDocument(
              access,
              {
                kind: 'adjustment',
                day: today,
                lines: [{ productId, warehouseId: warehouse.id, lotId: null, quantity, costFen: null }],
              },
              terms,
            ),
          );
        await move(opening);
        const scope: CountScope = { kind: 'products', productIds: [productId], withZero: true };
        const list = await write(store, (access) =>
          freezeStocktake(
            access,
            { warehouseId: warehouse.id, scope, blind: false, note: '' },
            { ...terms, today },
          ),
        );
        const entered = [
          ...movements.filter(({ isEnteredEarly }) => isEnteredEarly),
          ...movements.filter(({ isEnteredEarly }) => !isEnteredEarly),
        ];
        const early = entered.filter(({ isEnteredEarly }) => isEnteredEarly).length;
        for (const { quantity } of entered.slice(0, early)) await move(quantity);
        await write(store, ({ trx }) => setCount(trx, list.id, { line: 1, version: 1, counted }, counting));
        for (const { quantity } of entered.slice(early)) await move(quantity);
        await sayAll(store, list.id, entered);
        const [document] = await write(store, async (access) =>
          postCounts(access, list.id, await linesToPost(access.trx, list.id, undefined), terms),
        );
        const after = sum(entered.filter(({ isSeen }) => !isSeen));
        expect(await onHand(store, productId)).toBe(counted + after);
        if (!isTakenBack) return;
        await write(store, (access) =>
          reverseStockDocument(access, document?.id ?? '', { ...terms, day: today }),
        );
        expect(await onHand(store, productId)).toBe(opening + sum(entered));
        // The count's own documents are no movements: what was said still holds, and it posts again to the same.
        expect(await movementsSinceFreeze(store.read, list.id, 1)).toHaveLength(entered.length);
        await write(store, async (access) =>
          postCounts(access, list.id, await linesToPost(access.trx, list.id, undefined), terms),
        );
        expect(await onHand(store, productId)).toBe(counted + after);
      }),
      { numRuns: 40 },
    );
    expect((await checkStore(store.read)).problems).toEqual([]);
  } finally {
    await cleanup();
  }
}, 60_000);

/** Says of each movement whether the count saw it, one after the other. */
async function sayAll(store: Store, id: string, entered: readonly { isSeen: boolean }[]): Promise<void> {
  const movements = await movementsSinceFreeze(store.read, id, 1);
  expect(movements).toHaveLength(entered.length);
  for (const [index, { seq }] of movements.entries()) {
    const { version } = await getCountLine(store.read, id, 1);
    const verdict = entered[index]?.isSeen === true ? 'included' : 'after';
    await write(store, ({ trx }) => sayOfLine(trx, id, { line: 1, version, verdict, through: seq }));
  }
}

async function newProduct(store: Store): Promise<string> {
  const id = newId();
  const at = now.toISOString();
  await write(store, ({ trx }) =>
    trx
      .insertInto('product')
      .values({ id, code: id, name: id, purchase_price_fen: fen(100), created_at: at, updated_at: at })
      .execute(),
  );
  return id;
}

async function onHand(store: Store, productId: string): Promise<number> {
  const row = await store.read
    .selectFrom('stock_balance')
    .select('on_hand')
    .where('product_id', '=', productId)
    .executeTakeFirst();
  return row?.on_hand ?? 0;
}

function sum(moves: readonly { readonly quantity: number }[]): number {
  return moves.reduce((total, { quantity }) => total + quantity, 0);
}
