import type { slowStock as source } from '../zh-CN/slow-stock.ts';
import type { Translation } from '../translation.ts';

export const slowStock: Translation<typeof source> = {
  title: 'Slow movers',
  empty: 'Nothing moves slowly: everything sells, and nothing will expire unsold.',
  columns: {
    idleDays: 'Days unsold',
    lastSale: 'Last sold',
    action: 'Advice',
    reason: 'Why',
    units: 'Units',
    value: 'Tied up',
  },
  hints: {
    idleDays: 'Since the last sale, or since it first came in where it was never sold',
    units: 'What the advice is about',
    value: 'Cost of all stock of the product',
  },
  days: 'Unsold for',
  daysUnit: ' days',
  daysHint: 'Days without a sale after which goods are slow',
  allActions: 'All advice',
  actions: { scrap: 'Scrap', promotion: 'Promotion', return: 'Return to HQ', exchange: 'Exchange' },
  reasons: {
    expired: () => 'has expired',
    expiresSoon: (p) => `will not be sold by ${p.expiry}`,
    notSold: (p) => `unsold for ${p.idle} days; others may sell it`,
    notSoldLong: (p) => `unsold for ${p.idle} days; ask HQ to take it`,
    expiresUnsold: (p) => `will expire unsold, from ${p.expiry} on`,
    tooMuch: (p) => `lasts ${p.cover} days, over half a year`,
  },
  totals: (p) => `${p.products} products, ¥${p.value} tied up`,
  rule: 'Rule: scrap what has expired; promote what will expire unsold within half a year; return what was not sold for twice the days; exchange what was not sold for the days, or will expire unsold later; promote what is more than half a year of sales.',
};
