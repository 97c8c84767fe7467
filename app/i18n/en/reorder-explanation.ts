import type { Translation } from '../translation.ts';
import type { reorderExplanation as source } from '../zh-CN/reorder-explanation.ts';

export const reorderExplanation: Translation<typeof source> = {
  sentence: (p) => `${p.terms} → ${p.result}`,
  groups: '; ',
  terms: ', ',
  demand: (p) => `${p.days} days are expected to sell ${p.quantity}${p.unit === '' ? '' : ` ${p.unit}`}`,
  available: (p) => `in stock ${p.quantity}`,
  onOrder: (p) => `on order ${p.quantity}`,
  safety: (p) => `safety ${p.quantity}`,
  moq: (p) => `up to the minimum order +${p.quantity}`,
  pack: (p) => `up to whole packs +${p.quantity}`,
  order: (p) => `order ${p.quantity}`,
  enough: (p) => `enough, ${p.quantity} to spare, no order`,
  exactlyEnough: 'just enough, no order',
  noDemand: 'No sales to expect, no order suggested',
  parts: {
    demand: (p) =>
      `Demand of ${p.leadDays + p.reviewDays} days (lead ${p.leadDays} + review ${p.reviewDays})`,
    safety: (p) => `Safety stock (${p.percent} without a stock-out)`,
    available: 'Less available',
    onOrder: 'Less on order',
    enough: 'Already enough',
    moq: (p) => `Up to the minimum order of ${p.moq}`,
    pack: (p) => `Up to whole packs of ${p.packSize}`,
    total: 'Suggested order',
  },
};
