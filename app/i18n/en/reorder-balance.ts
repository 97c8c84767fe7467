import type { Translation } from '../translation.ts';
import type { reorderBalance as source } from '../zh-CN/reorder-balance.ts';

export const reorderBalance: Translation<typeof source> = {
  title: 'Balance and offers',
  show: 'What to show',
  transfers: 'Between warehouses',
  offers: 'Offers to distributors',
  search: 'Code, name or pinyin initials',
  transfersEmpty:
    'Each warehouse has what it sells; nothing has to be moved. With a single warehouse, or before suggestions are worked out, there is nothing to move either.',
  offersEmpty: 'No stock is too much or will expire unsold; there is nothing to offer.',
  draft: 'Draft transfer',
  drafted: (p) => `Transfer drafted: ${p.from} → ${p.to}, ${p.lines} ${p.lines === '1' ? 'line' : 'lines'}`,
  rule: 'Demand is shared by what each warehouse issued in the last 13 weeks; the suggested orders count on these moves.',
  offerRule:
    'What will expire unsold, and what lasts longer than half a year. Saves = loss to expiry + holding cost (20% of its value a year).',
  columns: {
    code: 'Code',
    name: 'Name',
    from: 'From',
    to: 'To',
    quantity: 'Quantity',
    available: 'Available',
    perDay: 'Per day',
    units: 'To offer',
    riskUnits: 'Will expire',
    nearestExpiry: 'First expiry',
    lifeDays: 'Days left',
    expiryLoss: 'Expiry loss',
    holdingCost: 'Holding cost',
    saves: 'Saves',
  },
  lifeHint: 'With less than 180 days left few take it: ask first',
};
