import { appError } from '#app/core/errors.ts';
import { addDays } from '#app/core/business-day.ts';
import type { OverrideReason } from '#app/forecast/promises/override-reasons.ts';
import type { ReorderLineStatus, ReorderLineView, ReorderPlanView } from '#app/replenishment/types.ts';
import { keepOverride } from '#db/queries/reorder-overrides.ts';
import { getHeadquarters } from '#db/queries/headquarters.ts';
import { nextOrderNumber } from '#db/queries/orders/order-numbers.ts';
import { insertPurchase } from '#db/queries/orders/purchase-writes.ts';
import {
  acceptProposedLines,
  findReorderLine,
  listLinesToOrder,
  updateReorderLine,
} from '#db/queries/reorder-lines.ts';
import { findPlan, setPlanStatus } from '#db/queries/reorder-plans.ts';
import { getSettings } from '#db/queries/settings.ts';
import type { ReadAccess, WriteAccess } from '#db/store.ts';

import type { Context } from '../server/context.ts';

export interface LineChange {
  readonly planId: string;
  readonly productId: string;
  readonly ordered?: number | undefined;
  readonly status?: ReorderLineStatus | undefined;
  /** Why `ordered` is not what is suggested; needed where it changes to something else. */
  readonly reason?: OverrideReason | undefined;
  readonly note?: string | undefined;
}

export interface ChangedLine {
  readonly plan: ReorderPlanView;
  readonly line: ReorderLineView;
  /** For taking the change back. */
  readonly previous: {
    readonly ordered: number;
    readonly status: ReorderLineStatus;
    readonly reason?: OverrideReason;
    readonly note?: string;
  };
  /** A person may order what they want; this says that it is no whole number of packs, or below the MOQ. */
  readonly notMultiple: boolean;
  readonly belowMoq: boolean;
}

/** The plan, or `notFound`. */
export async function getPlan(
  context: Context,
  db: ReadAccess | WriteAccess,
  id: string,
): Promise<ReorderPlanView> {
  const plan = await findPlan(db, id, context.clock.today());
  if (plan === undefined) throw appError('notFound', { what: 'reorderPlan', id });
  return plan;
}

/** The plan if it can still be changed; `replenishment.planChanged` when it was ordered or replaced meanwhile. */
async function getOpenPlan(context: Context, trx: WriteAccess, id: string): Promise<ReorderPlanView> {
  const plan = await getPlan(context, trx, id);
  if (plan.status !== 'open') throw appError('replenishment.planChanged', {});
  return plan;
}

/** Sets what a person wants of one product. Fails with `replenishment.reasonMissing` where it is not said why. */
export function setLine(context: Context, change: LineChange): Promise<ChangedLine> {
  const audit = {
    actor: context.actor,
    action: 'replenishment.setLine',
    entity: 'reorder_plan',
    entityId: change.planId,
    detail: change,
  };
  return context.store.transact(audit, async ({ trx }) => {
    const plan = await getOpenPlan(context, trx, change.planId);
    const before = await findReorderLine(trx, change.planId, change.productId);
    if (before === undefined) throw appError('notFound', { what: 'product', id: change.productId });
    const ordered = change.ordered ?? before.ordered;
    await override(context, trx, { plan, before, change });
    await updateReorderLine(trx, change.planId, change.productId, {
      ordered,
      status: change.status ?? before.status,
    });
    const line = (await findReorderLine(trx, change.planId, change.productId)) ?? before;
    return {
      plan: await getPlan(context, trx, change.planId),
      line,
      previous: { ordered: before.ordered, status: before.status, ...before.override },
      notMultiple: ordered % line.packSize !== 0,
      belowMoq: ordered > 0 && ordered < line.moq,
    };
  });
}

/** Asks for the reason of another quantity than the suggested one, and keeps it. */
async function override(
  context: Context,
  trx: WriteAccess,
  {
    plan,
    before,
    change,
  }: { readonly plan: ReorderPlanView; readonly before: ReorderLineView; readonly change: LineChange },
): Promise<void> {
  const { ordered = before.ordered, reason, note = '' } = change;
  const { suggested } = before;
  const again = reason !== undefined && (reason !== before.override?.reason || note !== before.override.note);
  if (ordered === before.ordered && !again) return;
  if (ordered !== suggested && reason === undefined)
    throw appError('replenishment.reasonMissing', { product: before.name, suggested, ordered });
  const kept = { planId: plan.id, productId: change.productId, asOf: plan.asOf, suggested, ordered };
  await keepOverride(
    trx,
    { ...kept, reason: ordered === suggested ? null : (reason ?? null), note },
    { actor: context.actor, now: context.clock.now() },
  );
}

/** Accepts every line that would be ordered and was not decided on. */
export function acceptAll(
  context: Context,
  planId: string,
): Promise<{ readonly accepted: number; readonly plan: ReorderPlanView }> {
  const audit = {
    actor: context.actor,
    action: 'replenishment.acceptAll',
    entity: 'reorder_plan',
    entityId: planId,
  };
  return context.store.transact(audit, async ({ trx }) => {
    await getOpenPlan(context, trx, planId);
    const accepted = await acceptProposedLines(trx, planId);
    return { accepted, plan: await getPlan(context, trx, planId) };
  });
}

/**
 * Makes one purchase order to HQ of all lines to order, in one transaction; sent, it counts as on order from then on. Fails with
 * `replenishment.nothingAccepted` without such a line, and with `replenishment.planChanged` on a plan that is not open.
 */
export function createOrder(
  context: Context,
  planId: string,
  { asDraft = false }: { readonly asDraft?: boolean | undefined } = {},
): Promise<{ readonly orderId: string; readonly number: string }> {
  // Filled while the order is made: the audit row is written last.
  const detail: { orderId?: string; number?: string; lines?: number } = {};
  const audit = {
    actor: context.actor,
    action: 'replenishment.createOrder',
    entity: 'reorder_plan',
    entityId: planId,
    detail,
  };
  return context.store.transact(audit, async (write) => {
    const { trx } = write;
    const plan = await getOpenPlan(context, trx, planId);
    const lines = await listLinesToOrder(trx, planId);
    if (lines.length === 0) throw appError('replenishment.nothingAccepted', {});
    const { device } = await getSettings(trx);
    const supplier = await getHeadquarters(trx);
    const day = context.clock.today();
    const number = await nextOrderNumber(trx, 'purchase_order', device, day);
    const orderId = await insertPurchase(
      write,
      {
        number,
        supplierId: supplier.id,
        day,
        expectedDay: addDays(day, supplier.lead_days ?? plan.parameters.defaultLeadDays),
        planId,
        warehouseId: null,
        note: '',
        status: asDraft ? 'draft' : 'sent',
        lines: lines.map((line) => ({
          productId: line.productId,
          quantity: line.ordered,
          unitPrice: line.price,
        })),
      },
      context.clock.now(),
    );
    await setPlanStatus(trx, planId, 'ordered');
    Object.assign(detail, { orderId, number, lines: lines.length });
    return { orderId, number };
  });
}
