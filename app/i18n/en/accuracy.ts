import type { accuracy as source } from '../zh-CN/accuracy.ts';
import type { Translation } from '../translation.ts';

export const accuracy: Translation<typeof source> = {
  title: 'Accuracy',
  horizon: 'How far ahead',
  allHorizons: '1 to 8 weeks ahead',
  weeksAhead: (p) => (p.weeks === 1 ? '1 week ahead' : `${p.weeks} weeks ahead`),
  figures: {
    accuracy: 'Accuracy',
    bias: 'Bias',
    coverage: 'Within the range',
    overNaive: 'Over last week’s sales',
    overAverage: 'Over an 8-week mean',
  },
  hints: {
    accuracy: '1 less the error as a share of sales, compared week by week and product by product',
    bias: 'How much more (plus) or less (minus) was forecast than sold in all',
    coverage:
      'Share of weeks that sold within the 10 to 90% range: about 80% means that the range can be trusted',
    overNaive: 'Points of accuracy above repeating the last week’s sales',
    overAverage: 'Points of accuracy above the mean of the last eight weeks',
  },
  points: (p) => `${p.points} pts`,
  knownUntil: (p) =>
    `Compared with sales until ${p.day}: ${p.weeks} weeks of products; weeks out of stock are left out`,
  replayed: (p) =>
    `Forecasts of ${p.weeks} weeks were worked out later from what was known then; they were not given at the time`,
  overTime: 'Accuracy by week',
  byHorizon: 'Farther ahead is harder',
  forecast: 'Forecast',
  naive: 'Last week',
  average: '8-week mean',
  week: (p) => `Week of ${p.day}`,
  products: 'By product',
  search: 'Code, name or pinyin',
  noProducts: 'No product to compare yet.',
  columns: { compared: 'Weeks', sold: 'Sold' },
  empty:
    'No forecasts were kept yet. Working out reorder suggestions keeps the first; or work out those of the past year now to see the accuracy at once.',
  waiting:
    'Forecasts are kept, and their first week is not over. To see the accuracy at once, work out those of the past year.',
  replay: 'Work out the past year',
  compare: 'Compare again',
  replayDone: (p) => `${p.count} past forecasts added`,
  scorecard: {
    title: 'Person or system: who was nearer',
    hint: 'Once lead time and review period are over: whose order was nearer to what was needed',
    none: 'No change to judge yet. Change a suggested quantity and say why; it is judged here when its lead time is over.',
    waiting: (p) => `${p.count} changes are not due yet`,
    reason: 'Reason',
    overrides: 'Changes',
    person: 'Person nearer',
    system: 'System nearer',
    personOff: 'Person off by',
    systemOff: 'System off by',
    product: 'Product',
    suggested: 'Suggested',
    ordered: 'Ordered',
    needed: 'Needed',
    until: 'Judged until',
    nearer: { person: 'Person', system: 'System', neither: 'Equally near' },
    reasons: {
      promotion: 'Promotion',
      customer: 'Customer said so',
      price: 'Price change',
      stock: 'Stock situation',
      supplier: 'Supplier',
      doubt: 'Forecast doubted',
      other: 'Other',
    },
  },
  commandLine: {
    header: ['Ahead', 'Accuracy', 'Bias', 'In range', 'Over last week', 'Over 8-week mean'],
    all: 'all',
    nothing: 'Nothing to compare yet; --replay works out forecasts of the past year.',
  },
};
