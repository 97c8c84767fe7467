import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { newId } from '#db/ids.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import { getDraft } from '#db/queries/stock/drafts.ts';

import { openTestApi } from './test-api.ts';

const query = listQuery.parse({});
const audit = { actor: 'test', action: 'set', entity: 'warehouse' };
let opened: Awaited<ReturnType<typeof openTestApi>>;
beforeEach(async () => {
  opened = await openTestApi();
});
afterEach(() => opened.cleanup());

async function receive(warehouseId: string, quantity: number, costFen: number): Promise<void> {
  const line = { productId: opened.idOf('A'), warehouseId, lotId: null, quantity, costFen };
  await opened
    .context()
    .store.transact(audit, (write) =>
      postStockDocument(
        write,
        { kind: 'receipt', day: businessDay('2026-06-01'), lines: [line as never] },
        { device: 'A1', now: new Date('2026-06-01T00:00:00.000Z'), negative: 'refuse' },
      ),
    );
}

test('what lies in the wrong warehouse is moved first, as a part of the line and as a draft', async () => {
  const { store } = opened.context();
  const second = newId();
  await store.transact(audit, ({ trx }) =>
    trx
      .insertInto('warehouse')
      .values({ id: second, code: 'B', name: '二仓', created_at: '2026-06-01T00:00:00.000Z' })
      .execute(),
  );
  await receive(second, 60, 300_000);
  const plan = await opened.compute();
  expect(plan.transfers).toBe(1);
  const { rows } = await opened.caller().replenishment.transfers(query);
  // Nothing was issued from the second warehouse: all of it is spare, in whole packs of 12.
  expect(rows).toMatchObject([{ code: 'A', from: '二仓', to: '主仓', quantity: 60 }]);
  const lines = await opened.caller().replenishment.lines({ planId: plan.id, ...query, search: '玻尿酸' });
  expect(lines.rows[0]).toMatchObject({ available: 60, suggested: 84 });
  expect(lines.rows[0]?.parts).toContainEqual({ kind: 'transfer', quantity: -60 });
  const [row] = rows;
  const drafted = await opened
    .caller()
    .replenishment.draftTransfer({ fromId: row?.fromId ?? '', toId: row?.toId ?? '' });
  const { sheet } = await getDraft(store.read, drafted.draftId);
  expect(sheet).toMatchObject({ kind: 'transfer_out', warehouseId: second, lines: [{ quantity: 60 }] });
});

test('stock that lasts longer than half a year is offered, by what that saves', async () => {
  const { store } = opened.context();
  const main = await store.read
    .selectFrom('warehouse')
    .select('id')
    .where('is_default', '=', 1)
    .executeTakeFirstOrThrow();
  await receive(main.id, 4000, 4_000_000);
  await opened.compute();
  const { rows } = await opened.caller().replenishment.offers(query);
  // 10 a day: 1,800 last half a year; the other 2,200 wait (4000 − 1100) / 10 = 290 days on average.
  expect(rows).toMatchObject([
    {
      code: 'A',
      units: 2200,
      expiryLoss: 0,
      lifeDays: null,
      holdingCost: Math.round((2_200_000 * 290 * 0.2) / 365),
    },
  ]);
});
