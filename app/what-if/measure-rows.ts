import type { ReplayMeasures, WhatIfResult } from './types.ts';

/** The measures in the order in which they are shown, and how each is written. */
export const measureRows = [
  { key: 'fillRate', kind: 'share' },
  { key: 'stockDays', kind: 'days' },
  { key: 'turnover', kind: 'days' },
  { key: 'meanStock', kind: 'units' },
  { key: 'meanStockValue', kind: 'money' },
  { key: 'lost', kind: 'units' },
  { key: 'lostValue', kind: 'money' },
  { key: 'expired', kind: 'units' },
  { key: 'expiredValue', kind: 'money' },
  { key: 'orders', kind: 'units' },
  { key: 'orderLines', kind: 'units' },
] as const satisfies readonly {
  readonly key: keyof ReplayMeasures;
  readonly kind: 'share' | 'days' | 'units' | 'money';
}[];

export type MeasureRow = (typeof measureRows)[number];

export const comparedNames = ['system', 'average', 'minMax', 'happened'] as const;
export type ComparedName = (typeof comparedNames)[number];

/** The measures of a rule, or of what really happened; null where the ledger does not say. */
export function measuresOf(result: WhatIfResult, name: ComparedName): ReplayMeasures | null {
  return name === 'happened' ? result.happened : result.rules[name];
}

/** `96.3%`. */
export function formatShare(share: number, decimals = 1): string {
  return `${Number((share * 100).toFixed(decimals))}%`;
}
