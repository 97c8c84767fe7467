import type { SampleData } from '#app/sample/types.ts';
import { newId } from '#db/ids.ts';

import type { SampleBatch, SampleRequest } from './sample-batches.ts';
import { at } from './sample-rows.ts';
import type { Ids } from './sample-rows.ts';

/** The promotions of the sample, each of chosen products. */
export function* promotionRows(
  { now }: SampleRequest,
  { promotions }: SampleData,
  ids: Ids,
): Generator<SampleBatch> {
  const known = promotions.map((promotion) => ({ id: newId(), ...promotion }));
  yield {
    kind: 'rows',
    table: 'promotion',
    columns: ['id', 'name', 'first_day', 'last_day', 'discount', 'scope', 'created_at', 'updated_at'],
    rows: known.map((one) => [
      one.id,
      one.name,
      one.firstDay,
      one.lastDay,
      one.discount,
      'products',
      now,
      now,
    ]),
  };
  yield {
    kind: 'rows',
    table: 'promotion_product',
    columns: ['promotion_id', 'product_id'],
    rows: known.flatMap(({ id, products }) => products.map((product) => [id, at(ids.products, product)])),
  };
}
