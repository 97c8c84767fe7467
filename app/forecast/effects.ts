import { summedShares } from './events/decompose.ts';
import type { DayForecast } from './events/decompose.ts';
import type { EffectKind } from './events/design.ts';
import type { DemandEffect } from './types.ts';

/** Kinds that a person is told of; the others are everyday demand. */
const toldKinds: Readonly<Partial<Record<EffectKind, DemandEffect['kind']>>> = {
  season: 'season',
  makeUpDay: 'holiday',
  holiday: 'holiday',
  event: 'event',
  promotion: 'promotion',
  weather: 'weather',
};

/** The effects within some days, in units; `scale` brings the regression's units to those of the forecast that was chosen. */
export function effectsOf(days: readonly DayForecast[], scale: number): readonly DemandEffect[] {
  const told = new Map<string, DemandEffect>();
  for (const { kind, name, amount } of summedShares(days)) {
    const as = toldKinds[kind];
    if (as === undefined) continue;
    const key = `${as} ${name}`;
    told.set(key, { kind: as, name, quantity: (told.get(key)?.quantity ?? 0) + amount * scale });
  }
  return [...told.values()].filter(({ quantity }) => Math.abs(quantity) > 0.005);
}

/** What promotions make of each week: with them over without; 1 where there are none. */
export function promotionFactors(days: readonly DayForecast[], weeks: number): Float64Array {
  return Float64Array.from({ length: weeks }, (_, week) => {
    let [all, promoted] = [0, 0];
    for (const { demand, shares } of days.slice(7 * week, 7 * (week + 1))) {
      all += demand;
      for (const { kind, amount } of shares) if (kind === 'promotion') promoted += amount;
    }
    return all - promoted > 0 ? Math.min(20, Math.max(0, all / (all - promoted))) : 1;
  });
}
