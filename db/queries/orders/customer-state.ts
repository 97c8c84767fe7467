import { appError } from '#app/core/errors.ts';
import type { CustomerOrderState } from '#app/orders/customer-states.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** An order of a customer as far as it decides what may be done with it. */
export interface StoredCustomerOrder {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: CustomerOrderState;
}

/** Fails with `notFound`. */
export async function readCustomerState(
  db: ReadAccess | WriteAccess,
  id: string,
): Promise<StoredCustomerOrder> {
  const order = await db
    .selectFrom('customer_order')
    .select(['number', 'version', 'status'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (order === undefined) throw appError('notFound', { what: 'customerOrder', id });
  const lines = await db
    .selectFrom('customer_order_line')
    .select(['quantity', 'issued'])
    .where('order_id', '=', id)
    .orderBy('line')
    .execute();
  const { number, version, status } = order;
  return { id, number, version, state: { status, lines } };
}
