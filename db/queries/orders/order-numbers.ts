import type { BusinessDay } from '#app/core/business-day.ts';

import type { WriteAccess } from '../../store.ts';
import { nextDocumentNumber } from '../document-numbers.ts';
import type { OrderEntity } from './order-versions.ts';

/** The next free number of the day: an order of the same number may have come in from a file, written here or on another PC. */
export async function nextOrderNumber(
  trx: WriteAccess,
  entity: OrderEntity,
  device: string,
  day: BusinessDay,
): Promise<string> {
  for (;;) {
    const number = await nextDocumentNumber(trx, entity, device, day);
    const taken = trx.selectFrom(entity).select('number').where('number', '=', number);
    if ((await taken.executeTakeFirst()) === undefined) return number;
  }
}
