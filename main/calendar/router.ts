import { z } from 'zod';

import { sayDays } from '#db/queries/calendar/added-days.ts';
import { insertClosure, removeClosure } from '#db/queries/calendar/closures.ts';
import { removeEvent, saveEvent } from '#db/queries/calendar/events.ts';
import { listWeatherCities } from '#db/queries/calendar/weather.ts';
import { getSettings } from '#db/queries/settings.ts';

import { procedure, router } from '../server/trpc.ts';
import { closureInput, daysInput, eventInput } from './inputs.ts';
import { readMonth } from './read-month.ts';

const seen = z.object({ id: z.uuid(), version: z.number().int().min(1) });

/** 日历: what moves demand and deliveries on which days. Promotions have a router of their own. */
export const calendarRouter = router({
  month: procedure
    .input(z.object({ month: z.string().regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/u) }))
    .query(async ({ ctx, input }) => {
      const { weatherCity } = await getSettings(ctx.store.read);
      return readMonth(ctx.store.read, input.month, weatherCity, ctx.clock.today());
    }),
  cities: procedure.query(({ ctx }) => listWeatherCities(ctx.store.read)),
  /** Says what days are, or with null takes back what was said; gives what an undo sends back. */
  sayDays: procedure.input(daysInput).mutation(({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'save', entity: 'calendar_day', detail: input };
    return ctx.store.transact(audit, ({ trx }) => sayDays(trx, input.days, ctx.clock.now()));
  }),
  saveEvent: procedure.input(eventInput).mutation(({ ctx, input: { seen: old, ...draft } }) => {
    const entityId = old?.id ?? null;
    const audit = { actor: ctx.actor, action: 'save', entity: 'calendar_event', entityId, detail: draft };
    return ctx.store.transact(audit, ({ trx }) => saveEvent(trx, draft, old, ctx.clock.now()));
  }),
  removeEvent: procedure.input(seen).mutation(({ ctx, input: { id, version } }) => {
    const audit = { actor: ctx.actor, action: 'remove', entity: 'calendar_event', entityId: id };
    return ctx.store.transact(audit, ({ trx }) => removeEvent(trx, id, version));
  }),
  addClosure: procedure.input(closureInput).mutation(async ({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'create', entity: 'supplier_closure', detail: input };
    return { id: await ctx.store.transact(audit, ({ trx }) => insertClosure(trx, input, ctx.clock.now())) };
  }),
  removeClosure: procedure.input(seen).mutation(({ ctx, input: { id, version } }) => {
    const audit = { actor: ctx.actor, action: 'remove', entity: 'supplier_closure', entityId: id };
    return ctx.store.transact(audit, ({ trx }) => removeClosure(trx, id, version));
  }),
});
