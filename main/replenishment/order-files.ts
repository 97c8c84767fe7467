import { appError } from '#app/core/errors.ts';
import type { Language } from '#app/i18n/translation.ts';
import { getHeadquarters } from '#db/queries/headquarters.ts';
import { getPurchase } from '#db/queries/orders/purchase-view.ts';
import { listLinesToOrder } from '#db/queries/reorder-lines.ts';
import { getSettings } from '#db/queries/settings.ts';

import type { Context } from '../server/context.ts';
import { orderFileName, orderWorkbook } from './order-workbook.ts';
import type { OrderToWrite } from './order-workbook.ts';
import { getPlan } from './plan-changes.ts';

export interface OrderFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The lines to order of a plan as a draft of the order workbook. Fails with `replenishment.nothingAccepted` without any. */
export async function planWorkbook(
  context: Context,
  planId: string,
  language?: Language,
): Promise<OrderFile> {
  const { read } = context.store;
  const plan = await getPlan(context, read, planId);
  const lines = await listLinesToOrder(read, planId);
  if (lines.length === 0) throw appError('replenishment.nothingAccepted', {});
  const supplier = await getHeadquarters(read);
  return orderFile(
    context,
    {
      number: null,
      day: context.clock.today(),
      expectedDay: plan.expectedDay,
      supplier: supplier.name,
      lines: lines.map((line) => ({ ...line, quantity: line.ordered, unitPrice: line.price })),
    },
    language,
  );
}

/** A purchase order as its workbook for HQ. Fails with `notFound`. */
export async function purchaseOrderWorkbook(
  context: Context,
  id: string,
  language?: Language,
): Promise<OrderFile> {
  const found = await getPurchase(context.store.read, id, context.clock.today());
  return orderFile(context, { ...found.order, lines: found.lines }, language);
}

async function orderFile(
  context: Context,
  order: Omit<OrderToWrite, 'distributor'>,
  language: Language | undefined,
): Promise<OrderFile> {
  const settings = await getSettings(context.store.read);
  const written = { ...order, distributor: settings.distributorName };
  const chosen = language ?? settings.language;
  return { name: orderFileName(written, chosen), bytes: orderWorkbook(written, chosen) };
}
