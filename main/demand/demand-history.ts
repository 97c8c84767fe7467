import type { BusinessDay } from '#app/core/business-day.ts';
import { demandClassOf } from '#app/forecast/demand/demand-class.ts';
import type { CleanDemand, DemandChange } from '#app/forecast/demand/types.ts';
import { findLastSaleDay } from '#db/queries/demand.ts';
import { readCleanDemand } from '#db/queries/demand/clean-demand.ts';
import { readDemandMarks } from '#db/queries/demand/demand-marks.ts';
import { readLookAlikes } from '#db/queries/demand/look-alikes.ts';
import { productNames, orderNames } from '#db/queries/demand/names.ts';
import { weeklySales } from '#db/queries/product-card.ts';
import { getProduct } from '#db/queries/products.ts';
import { findAbcXyz } from '#db/queries/reorder-plans.ts';
import type { ReadAccess } from '#db/store.ts';

/** A change of the history with the words and numbers of what it names. */
export type ChangeView = DemandChange & {
  /** Of a large order. */
  readonly order: { readonly number: string; readonly customer: string | null } | null;
  /** Of a substitution. */
  readonly otherProduct: { readonly code: string; readonly name: string } | null;
  /** What a person wrote, and what taking it away sends back; null where the machine found it. */
  readonly mark: { readonly version: number; readonly note: string; readonly actor: string } | null;
};

/** What was sold of a product week by week, what of it counts, and why; fails with `notFound`. */
export async function readDemandHistory(db: ReadAccess, productId: string, today: BusinessDay) {
  const { id, code, name, unit } = await getProduct(db, productId);
  const knownUntil = (await findLastSaleDay(db, today)) ?? today;
  const demand = (await readCleanDemand(db, [id], knownUntil)).get(id) as CleanDemand;
  const sold = new Map(
    (await weeklySales(db, id, demand.firstDay)).map(({ week, quantity }) => [week, quantity]),
  );
  const [lookAlike] = await readLookAlikes(db, [id]);
  return {
    product: { id, code, name, unit },
    knownUntil,
    firstDay: demand.firstDay,
    demandClass: demandClassOf(demand),
    weeks: demand.weeks.map((week, index) => {
      const counted = demand.weekly[index] ?? Number.NaN;
      return { week, sold: sold.get(week) ?? 0, counted: Number.isNaN(counted) ? null : counted };
    }),
    lookAlike: lookAlike ?? null,
    abcXyz: await findAbcXyz(db, id),
    changes: await withNames(db, id, demand.changes),
  };
}

async function withNames(
  db: ReadAccess,
  productId: string,
  changes: readonly DemandChange[],
): Promise<readonly ChangeView[]> {
  const marks = new Map((await readDemandMarks(db, [productId])).map((mark) => [mark.id, mark]));
  const orders = await orderNames(
    db,
    changes.flatMap((change) => (change.kind === 'bulkOrder' ? [change.orderId] : [])),
  );
  const others = changes.flatMap((change) =>
    'otherProductId' in change ? (change.otherProductId ?? []) : [],
  );
  const products = await productNames(db, others);
  return changes.map((change) => {
    const mark = 'markId' in change && change.markId !== null ? marks.get(change.markId) : undefined;
    return {
      ...change,
      order: change.kind === 'bulkOrder' ? (orders.get(change.orderId) ?? null) : null,
      otherProduct: 'otherProductId' in change ? (products.get(change.otherProductId ?? '') ?? null) : null,
      mark: mark === undefined ? null : { version: mark.version, note: mark.note, actor: mark.actor },
    };
  });
}
