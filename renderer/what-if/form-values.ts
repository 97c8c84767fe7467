import { fenFromYuan } from '#app/core/fen.ts';
import { fewestWeeks, historyWeeks, mostWeeks, warmUpWeeks, whatIfSchema } from '#app/what-if/parameters.ts';
import type { WhatIfParameters } from '#app/what-if/types.ts';

/** What stands in the fields: numbers, or text while it is none. Service in per cent, money in yuan; empty is no value. */
export type FormValues = Readonly<Record<keyof WhatIfParameters, string | number>>;

export function formValues(parameters: WhatIfParameters): FormValues {
  return {
    ...parameters,
    leadDays: parameters.leadDays ?? '',
    serviceLevel: Number((parameters.serviceLevel * 100).toFixed(1)),
    budget: parameters.budget === null ? '' : parameters.budget / 100,
  };
}

/** The most weeks that can be replayed of so many. */
export function mostReplayed(weeksKnown: number): number {
  return Math.min(mostWeeks, weeksKnown - warmUpWeeks - historyWeeks);
}

/** The parameters, or the names of the fields that are wrong. */
export function readForm(
  values: FormValues,
  weeksKnown: number,
): { readonly parameters: WhatIfParameters | null; readonly wrong: ReadonlySet<string> } {
  const number = (value: string | number): number =>
    typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value);
  const orNone = (value: string | number): number | null => (value === '' ? null : number(value));
  const budget = orNone(values.budget);
  const parsed = whatIfSchema
    .extend({ weeks: whatIfSchema.shape.weeks.max(Math.max(fewestWeeks, mostReplayed(weeksKnown))) })
    .safeParse({
      weeks: number(values.weeks),
      reviewDays: number(values.reviewDays),
      leadDays: orNone(values.leadDays),
      leadSpreadDays: number(values.leadSpreadDays),
      serviceLevel: number(values.serviceLevel) / 100,
      budget: budget === null || Number.isNaN(budget) ? budget : fenFromYuan(budget),
      averageSafetyDays: number(values.averageSafetyDays),
    });
  if (parsed.success) return { parameters: parsed.data, wrong: new Set() };
  return { parameters: null, wrong: new Set(parsed.error.issues.map(({ path }) => String(path[0]))) };
}
