import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { businessDay } from '#app/core/business-day.ts';
import { AppError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';
import { removeQuietly } from '#db/files.ts';
import { newId } from '#db/ids.ts';

import { createContext } from '../server/application.ts';
import { router } from '../server/trpc.ts';
import { documentsRouter } from '../stock/documents-router.ts';
import { sheetsRouter } from '../stock/sheets-router.ts';
import { customerOrdersRouter } from './customer-orders-router.ts';
import { purchaseOrdersRouter } from './purchase-orders-router.ts';

const api = router({
  customerOrders: customerOrdersRouter,
  documents: documentsRouter,
  purchaseOrders: purchaseOrdersRouter,
  sheets: sheetsRouter,
});

export const today = businessDay('2026-11-24');

/** A store with three products (A in packs of 12), a customer and HQ, and its API. Nothing lies in stock. */
export async function openOrdersApi() {
  const directory = mkdtempSync(join(tmpdir(), '订单 测试-'));
  const clock = { now: () => new Date(`${today}T08:00:00.000Z`), today: () => today };
  const { context, close } = await createContext({ directory, clock });
  const at = '2026-01-01T00:00:00.000Z';
  const ids = new Map(['A', 'B', 'C'].map((code) => [code, newId()]));
  const idOf = (code: string): string => ids.get(code) ?? '';
  const customer = newId();
  await context.store.transact({ actor: 'seed', action: 'seed', entity: 'product' }, async ({ bulk }) => {
    bulk.insert(
      'product',
      ['id', 'code', 'name', 'unit', 'pack_size', 'moq', 'created_at', 'updated_at'],
      [...ids].map(([code, id]) => [id, code, `商品${code}`, '支', code === 'A' ? 12 : 1, 1, at, at]),
    );
    bulk.insert(
      'partner',
      ['id', 'kind', 'code', 'name', 'created_at', 'updated_at'],
      [[customer, 'customer', 'K1', '春天美容院', at, at]],
    );
  });
  const caller = api.createCaller(context);
  const { supplierId, warehouseId } = await caller.purchaseOrders.defaults();
  return {
    context,
    caller,
    idOf,
    customer,
    supplierId,
    warehouseId,
    /** Receives goods against lines of an order, or without one. */
    receive: (orderId: string | null, lines: readonly (readonly [string, number, number?])[]) =>
      caller.documents.post({
        sheet: {
          kind: 'receipt',
          day: today,
          warehouseId,
          partnerId: supplierId,
          orderId,
          lines: lines.map(([code, quantity, orderLine]) => ({
            productId: idOf(code),
            quantity,
            unitPrice: 100,
            orderLine: orderLine ?? null,
          })),
        },
      }),
    /** Issues goods against lines of an order of the customer. */
    issue: (orderId: string | null, lines: readonly (readonly [string, number, number?])[]) =>
      caller.documents.post({
        sheet: {
          kind: 'issue',
          day: today,
          warehouseId,
          partnerId: customer,
          orderId,
          lines: lines.map(([code, quantity, orderLine]) => ({
            productId: idOf(code),
            quantity,
            orderLine: orderLine ?? null,
          })),
        },
      }),
    cleanup: async (): Promise<void> => {
      await close();
      await removeQuietly(directory);
    },
  };
}

/** What a call fails with. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const cause = error instanceof Error && error.cause instanceof AppError ? error.cause : error;
  if (cause instanceof AppError) return cause.failure;
  throw new Error('it did not fail by name', { cause });
}
