import { catalogueOf } from '#app/i18n/catalogue.ts';
import { listPlanForecasts } from '#db/queries/reorder-plans.ts';

import { getPlan } from '../../replenishment/plan-changes.ts';
import { runReplenishment } from '../../replenishment/run-replenishment.ts';
import { aligned, dayOption, positionals } from './command.ts';
import type { Command } from './command.ts';

export const forecastCommand: Command = {
  options: { 'as-of': { type: 'string' } },
  check: (parsed) => {
    positionals(parsed);
    dayOption(parsed, 'as-of');
  },
  run: async (context, parsed, language) => {
    const job = { signal: new AbortController().signal, report: () => undefined };
    const { planId } = await runReplenishment(context, { asOf: dayOption(parsed, 'as-of') }, job);
    const { asOf, asOfReason } = await getPlan(context, context.store.read, planId);
    const forecasts = await listPlanForecasts(context.store.read, planId);
    const rows = forecasts.map(({ code, name, demandClass, abcXyz, method, perWeek, wape }) => [
      code,
      name,
      demandClass,
      abcXyz ?? '',
      method,
      perWeek.toFixed(1),
      wape === null ? '' : `${(wape * 100).toFixed(0)}%`,
    ]);
    const text = aligned([catalogueOf(language).commandLine.forecastHeader, ...rows]);
    return { exit: 0, json: { asOf, asOfReason, forecasts }, text };
  },
};
