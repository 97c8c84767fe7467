import { z } from 'zod';

import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { largestQuantity } from '#app/core/quantity.ts';
import { overrideReasons } from '#app/forecast/promises/override-reasons.ts';
import { settingsSchema } from '#app/core/settings.ts';
import { listOffers } from '#db/queries/lists/offers.ts';
import { listTransfers } from '#db/queries/lists/transfers.ts';
import { findCurrentPlanId, findPlan } from '#db/queries/reorder-plans.ts';
import { listReorderLines } from '#db/queries/reorder-lines.ts';

import type { Context } from '../server/context.ts';
import { procedure, router } from '../server/trpc.ts';
import { getReorderDetail } from './detail.ts';
import { draftTransfer } from './draft-transfer.ts';
import { planWorkbook } from './order-files.ts';
import { acceptAll, createOrder, setLine } from './plan-changes.ts';
import { runReplenishment } from './run-replenishment.ts';

const day = z.string().transform((text, check): BusinessDay => {
  const parsed = parseBusinessDay(text);
  if (parsed !== undefined) return parsed;
  check.addIssue({ code: 'custom', message: 'YYYY-MM-DD' });
  return z.NEVER;
});
const plan = z.object({ planId: z.uuid() });
const most = 1_000_000_000_00;
const orderTerms = z.object({
  budget: z.number().int().min(0).max(most).nullish(),
  orderAmount: z.number().int().min(0).max(most).nullish(),
  orderCartons: z.number().int().min(1).max(100_000).nullish(),
});
const request = z.object({
  asOf: day.optional(),
  reviewDays: settingsSchema.shape.reviewDays.unwrap().optional(),
  defaultLeadDays: settingsSchema.shape.defaultLeadDays.unwrap().optional(),
  serviceLevel: settingsSchema.shape.serviceLevel.unwrap().optional(),
  /** Instead of what the policies say of the whole order; null for none. */
  order: orderTerms.optional(),
});
const lineChange = plan.extend({
  productId: z.uuid(),
  ordered: z.number().int().min(0).max(largestQuantity).optional(),
  status: z.enum(['proposed', 'accepted', 'dropped']).optional(),
  reason: z.enum(overrideReasons).optional(),
  note: z.string().trim().max(200).optional(),
});

/** 补货建议: the plan, its lines, what a person decides about them, and the order that comes of it. */
export const replenishmentRouter = router({
  current: procedure.query(({ ctx }) => currentPlan(ctx)),
  start: procedure.input(request.default({})).mutation(({ ctx, input }) => ({
    jobId: ctx.jobs.start('replenishment', (job) => runReplenishment(ctx, input, job)),
  })),
  lines: procedure
    .input(plan.extend(listQuery.shape))
    .query(({ ctx, input: { planId, ...query } }) => listReorderLines(ctx.store.read, planId, query)),
  detail: procedure
    .input(plan.extend({ productId: z.uuid() }))
    .query(({ ctx, input }) => getReorderDetail(ctx.store.read, input.planId, input.productId)),
  /** 调拨 between own warehouses that the current plan proposes. */
  transfers: procedure.input(listQuery).query(({ ctx, input }) => listTransfers(ctx.store.read, input)),
  draftTransfer: procedure
    .input(z.object({ fromId: z.uuid(), toId: z.uuid() }))
    .mutation(({ ctx, input }) => draftTransfer(ctx, input)),
  /** 调货 to other distributors, by what it saves. */
  offers: procedure
    .input(listQuery)
    .query(({ ctx, input }) => listOffers(ctx.store.read, input, { today: ctx.clock.today() })),
  setLine: procedure.input(lineChange).mutation(({ ctx, input }) => setLine(ctx, input)),
  acceptAll: procedure.input(plan).mutation(({ ctx, input }) => acceptAll(ctx, input.planId)),
  createOrder: procedure
    .input(plan.extend({ asDraft: z.boolean().optional() }))
    .mutation(({ ctx, input }) => createOrder(ctx, input.planId, input)),
  workbook: procedure
    .input(plan.extend({ language: z.enum(['zh-CN', 'en']).optional() }))
    .mutation(async ({ ctx, input }) => {
      const { name, bytes } = await planWorkbook(ctx, input.planId, input.language);
      const { id } = await ctx.files.hold(name, bytes);
      return { fileId: id, name };
    }),
});

/** The open plan, else the newest that became an order; null before the first. */
async function currentPlan(context: Context) {
  const id = await findCurrentPlanId(context.store.read);
  return id === undefined ? null : ((await findPlan(context.store.read, id, context.clock.today())) ?? null);
}
