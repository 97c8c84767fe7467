import type { reorder as source } from '../zh-CN/reorder.ts';
import type { Translation } from '../translation.ts';
import { reorderExplanation } from './reorder-explanation.ts';

/** Counts arrive formatted; only “1” is singular. */
const plural = (count: string, one: string, more: string): string => `${count} ${count === '1' ? one : more}`;

export const reorder: Translation<typeof source> = {
  title: 'Reorder',
  open: 'Open reorder',
  tabs: {
    '/reorder': 'Suggestions',
    '/reorder/balance': 'Balance',
    '/reorder/policies': 'Policies',
    '/reorder/what-if': 'What-if',
    '/reorder/accuracy': 'Accuracy',
  },

  empty: {
    noSales:
      'There are no sales yet, so there is nothing to reckon from. Import the sales lines from HQ first.',
    toImport: 'Import a file',
    noPlan: 'Sales are in. Work out what to order of each product from its sales, stock and open orders.',
    compute: 'Work out the suggestions',
    nothingToOrder: 'Stock and open orders are enough; there is nothing to order now.',
    showAll: 'Show all',
    ordered: 'This plan has become a purchase order.',
  },

  outdated: {
    text: 'Stock, sales or products changed since',
    action: 'Work out again',
    actionLosing: (p) => `Work out again (drops ${p.count} ${p.count === 1 ? 'edit' : 'edits'})`,
  },

  asOf: {
    label: 'As of',
    lastSale: (p) => `The latest sale is of ${p.day}, so that day is used`,
    today: 'As of today',
    asked: (p) => `As of ${p.day}, as you asked`,
  },

  parameters: {
    open: 'Settings',
    title: 'How it is worked out',
    asOf: 'As-of day',
    asOfHint: 'Only sales and stock up to this day count',
    reviewDays: 'Days between orders',
    reviewDaysHint: 'How often you order from HQ',
    defaultLeadDays: 'Usual lead time (days)',
    defaultLeadDaysHint: 'Where the product itself does not say',
    serviceLevel: 'Chance of not running out (%)',
    serviceLevelHint: 'Higher means more safety stock',
    recompute: 'Work out again',
    replaces: 'All quantities are worked out again; edits are not kept.',
    summary: (p) =>
      `order every ${plural(String(p.review), 'day', 'days')} · usual lead time ${plural(String(p.lead), 'day', 'days')} · ${p.service}% sure`,
  },

  totals: {
    label: 'Totals of this order',
    supplier: 'Supplier',
    headquarters: 'HQ',
    expected: 'Expected',
    lines: 'lines',
    units: 'units',
    packs: 'packs',
    amount: 'Amount',
    linesLabel: 'To order',
    unitsLabel: 'Units',
    packsLabel: 'Packs',
    budget: 'Budget',
    budgetCut: (p) => `¥${p.amount} saved on ${plural(p.lines, 'line', 'lines')}`,
    budgetRisk: (p) =>
      `about ${plural(p.units, 'unit', 'units')} may not be sold because of it, some ¥${p.amount}`,
    budgetFits: 'kept',
    budgetOver: 'Lines without a price are not counted; it is still above the budget',
    free: (p) => `From ¥${p.amount}`,
    cartons: (p) => `To ${plural(p.count, 'pack', 'packs')}`,
    states: {
      reached: 'reached',
      filled: (p) => `filled by ${p.amount}`,
      far: (p) => `${p.amount} short: too far off to fill`,
      short: (p) => `${p.amount} short: half a year's needs do not fill it`,
    },
    wholeCartons: (p) => plural(p.count, 'pack', 'packs'),
    noPrice: (p) =>
      `${plural(p.count, 'line has', 'lines have')} no price and ${p.count === '1' ? 'is' : 'are'} not in the amount`,
  },

  actions: {
    exportWorkbook: 'Order workbook',
    exportHint: 'Save as Excel, to send to HQ',
    exported: 'Order workbook saved',
    createOrder: 'Create purchase order',
    more: 'More',
  },

  create: {
    title: 'Create the purchase order?',
    body: (p) =>
      `${plural(p.lines, 'line', 'lines')} from HQ, ${plural(p.units, 'unit', 'units')}, ${p.amount}.`,
    expected: (p) => `Expected on ${p.day}.`,
    effect: 'These quantities count as on order, so tomorrow does not suggest them again.',
    dropped: (p) => `${plural(p.count, 'line was', 'lines were')} dropped and will not be ordered.`,
    confirm: 'Create purchase order',
    cancel: 'Not yet',
    done: (p) => `Purchase order ${p.number} created`,
    show: 'Show order',
    undo: 'Undo',
    undone: (p) => `Purchase order ${p.number} cancelled; it no longer counts as on order`,
  },

  views: {
    label: 'Which products to show',
    all: 'All',
    toOrder: 'To order',
    late: 'Running out',
    edited: 'Edited',
    dropped: 'Dropped',
    withCount: (p) => `${p.name} ${p.count}`,
  },

  search: 'Code, name or pinyin initials',
  tableLabel: 'Suggestions; up and down walk the lines, typing a number edits the quantity',

  abcXyzHint:
    'A, B, C: the first 80% of a year’s sales in money, the next 15%, the rest; X, Y, Z: weekly demand is even, uneven, by chance',
  columns: {
    risk: 'Risk',
    code: 'Code',
    name: 'Name',
    category: 'Category',
    available: 'Available',
    onOrder: 'On order',
    demandPerDay: 'Per day',
    coverDays: 'Cover',
    abcXyz: 'ABC-XYZ',
    suggested: 'Suggested',
    ordered: 'Order',
    packs: 'Packs',
    amount: 'Amount',
    note: 'Note',
  },

  risk: {
    late: 'Running out',
    soon: 'Tight',
    covered: 'Enough',
    due: 'Due',
    onTheWay: 'On its way',
    noDemand: 'No demand',
  },
  riskHint: {
    late: 'sells out before what is ordered now arrives',
    soon: 'lasts until the delivery, not until the next order',
    due: 'lasts until the next order, but only with the safety stock',
    onTheWay: 'runs low before the delivery; enough once it is here',
    covered: 'lasts beyond the next order',
    noDemand: 'nothing sold lately',
  },
  riskLate: (p) => `${p.days} d short`,

  note: {
    edited: (p) => `suggested ${p.suggested}`,
    dropped: 'dropped',
    accepted: 'accepted',
    moq: (p) => `MOQ +${p.count}`,
    pack: (p) => `full packs +${p.count}`,
    short: 'short history',
    noPrice: 'no price',
  },

  edit: {
    orderedOf: (p) => `Order quantity of ${p.name}`,
    invalid: 'Enter 0 or a whole number above it',
    notPack: (p) => `not full packs (of ${p.pack})`,
    belowMoq: (p) => `below the minimum of ${p.moq}`,
  },

  override: {
    title: (p) => `Why another quantity: ${p.name}`,
    change: (p) => `${p.suggested} suggested, ${p.ordered} to order`,
    reasons: {
      promotion: 'A promotion',
      customer: 'A customer said so',
      price: 'Prices will change',
      stock: 'Stock is not right',
      supplier: 'Something at the supplier',
      doubt: 'I doubt the forecast',
      other: 'Other',
    },
    note: 'Note (optional)',
    confirm: 'Order this quantity',
    hint: 'A digit chooses, Enter confirms',
  },

  keys: {
    title: 'Keys',
    walk: 'walk',
    edit: 'type to edit',
    accept: 'accept',
    drop: 'drop',
    undo: 'undo',
    number: '0–9',
    space: 'Space',
  },

  days: (p) => plural(p.days, 'day', 'days'),
  daysOver: (p) => `${p.days}+ days`,
  noCover: '—',

  panel: {
    label: 'Reasons for the selected product',
    why: 'Why this quantity',
    changedTo: 'You changed it to',
    chart: 'Weekly sales and forecast',
    history: 'Sold',
    forecast: 'Forecast',
    band: 'Forecast range',
    weekOf: (p) => `Week of ${p.day}`,
    range: (p) => `${p.low} to ${p.high}`,
    chartSummary: (p) =>
      `Sales of the past ${p.weeks} weeks, ${p.last} in the latest; then ${p.forecast} a week is expected, between ${p.low} and ${p.high}.`,
    noHistory: 'Nothing sold yet, so there is no curve.',
    method: 'How it was forecast',
    demandClass: {
      none: 'nothing sold',
      new: 'just started to sell',
      short: 'short history',
      smooth: 'steady',
      erratic: 'uneven',
      intermittent: 'now and then',
      lumpy: 'now and then, uneven',
      dead: 'no longer sells',
    },
    tested: (p) => `Tried on ${plural(p.origins, 'past period', 'past periods')}; mean accuracy:`,
    accuracyLow: 'past errors were as large as sales themselves; please look twice',
    notTested: 'The history is too short to compare with the past',
    bias: { over: 'slightly high', under: 'slightly low', even: 'no bias' },
    policy: 'Ordering terms',
    leadMeasured: (p) => `±${p.sigma} (${plural(p.receipts, 'receipt', 'receipts')})`,
    closure: 'No deliveries',
    budgetRisk: 'Risk of less',
    riskUnits: (p) => `about ${plural(p.units, 'unit', 'units')}, ¥${p.amount}`,
    newsvendor: 'by cost',
    editPolicies: 'Edit policies',
    leadDays: 'Lead time',
    reviewDays: 'Between orders',
    service: 'Not running out',
    moq: 'MOQ',
    packSize: 'Pack',
    safety: 'Safety stock',
    price: 'Price',
    demandPerDay: 'Sold per day',
    editProduct: 'Edit product',
    close: 'Close reasons',
    perPack: (p) => `${p.count} ${p.unit}/pack`,
    unit: 'units',
    packs: (p) => plural(p.count, 'pack', 'packs'),
  },

  /** The arithmetic in words; see app/replenishment/explain.ts. */
  explanation: reorderExplanation,
};
