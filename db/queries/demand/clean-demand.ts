import { businessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { cleanDemand } from '#app/forecast/demand/clean-demand.ts';
import type { CleanDemand } from '#app/forecast/demand/types.ts';

import type { ReadAccess } from '../../store.ts';
import { readDemandLines } from './demand-lines.ts';
import { readDemandMarks } from './demand-marks.ts';
import { stockOutDays } from './stock-out-days.ts';

const everBefore = businessDay('1900-01-01');

/**
 * Demand of products on everyday terms until a day, every product asked for: lines, stock-outs and marks in four reads. At most
 * {@link import('../demand.ts').productsAtATime} products.
 */
export async function readCleanDemand(
  db: ReadAccess,
  productIds: readonly string[],
  until: BusinessDay,
): Promise<ReadonlyMap<string, CleanDemand>> {
  const lines = await readDemandLines(db, productIds, until);
  const empty = await stockOutDays(db, productIds, everBefore, until);
  const marks = Map.groupBy(await readDemandMarks(db, productIds), ({ productId }) => productId);
  const moved = Map.groupBy([...marks.values()].flat(), ({ otherProductId }) => otherProductId);
  return new Map(
    productIds.map((id) => [
      id,
      cleanDemand(
        {
          lines: lines.get(id) ?? [],
          stockOuts: empty.get(id) ?? [],
          marks: marks.get(id) ?? [],
          movedIn: moved.get(id) ?? [],
        },
        until,
      ),
    ]),
  );
}
