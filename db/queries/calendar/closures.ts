import type { BusinessDay } from '#app/core/business-day.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

export interface SupplierClosure {
  readonly id: string;
  readonly partnerId: string;
  readonly supplier: string;
  readonly name: string;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  readonly version: number;
}

/** When suppliers deliver nothing, of which some day lies from `firstDay` to `lastDay`; of one supplier where one is given. */
export async function readClosures(
  db: ReadAccess | WriteAccess,
  firstDay: BusinessDay,
  lastDay: BusinessDay,
  partnerId?: string,
): Promise<SupplierClosure[]> {
  return db
    .selectFrom('supplier_closure')
    .innerJoin('partner', 'partner.id', 'supplier_closure.partner_id')
    .select([
      'supplier_closure.id',
      'partner_id as partnerId',
      'partner.name as supplier',
      'supplier_closure.name',
      'first_day as firstDay',
      'last_day as lastDay',
      'supplier_closure.version',
    ])
    .where('first_day', '<=', lastDay)
    .where('last_day', '>=', firstDay)
    .$if(partnerId !== undefined, (query) => query.where('partner_id', '=', partnerId ?? ''))
    .orderBy('first_day')
    .orderBy('supplier_closure.id')
    .execute();
}
