import type { home as source } from '../zh-CN/home.ts';
import type { Translation } from '../translation.ts';

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

export const home: Translation<typeof source> = {
  welcome: 'Where to start?',
  welcomeHint: 'There is no data yet. Choose a way to begin; everything can be changed later.',
  doors: {
    sample: 'Load sample data',
    sampleText:
      'Two years of a made-up cosmetics distributor: 80 products, 3 warehouses, 2,000 customers, to try things out.',
    sampleConfirm: 'Load it',
    import: 'Import an Excel file from HQ',
    importText:
      'Choose or drop a spreadsheet; every row is checked and shown to you before anything is written.',
    importAction: 'Choose a file',
    blank: 'Start blank',
    blankText: 'Import nothing: fill in your name and ordering habits, then type in the opening stock.',
    blankAction: 'Go to settings',
  },
  sampleLoaded: 'Sample data loaded',
  inbox: 'What needs you today',
  inboxEmpty: 'Nothing needs you today.',
  trends: 'Lately',
  problems: {
    negativeStock: (p) => `Stock is negative in ${counted(p.count, 'place')}; please check`,
    negativeAllowed: (p) =>
      `Stock is negative in ${counted(p.count, 'place')} where that is allowed; please complete the entries`,
    negativeStockHint: 'Check the documents for goods issued twice or never received',
  },
  tasks: {
    late: (p) => `${counted(p.count, 'product')} will run out`,
    lateHint: 'Even an order placed now comes too late; see to these first',
    toOrder: (p) => `${counted(p.count, 'product')} to order`,
    toOrderHint: 'See the quantities and the reasons, make the purchase order',
    compute: 'No reorder suggestions yet',
    computeHint: 'Work out from past sales what to order, and how much',
    overdueOrders: (p) => `${counted(p.count, 'order')} from HQ overdue`,
    overdueOrdersHint: 'Ask HQ, or record the new expected day',
    ordersToday: (p) => `${counted(p.count, 'order')} expected today`,
    ordersTodayHint: 'Receive against the order when it arrives',
    overdueCustomerOrders: (p) => `${counted(p.count, 'customer order')} overdue`,
    overdueCustomerOrdersHint: 'Customers are waiting; issue what is there',
    openOrders: (p) => `${counted(p.count, 'purchase order')} on the way`,
    openOrdersHint: 'Sent to HQ, waiting for delivery',
    stock: 'No stock yet',
    stockHint: 'Type in or import the opening stock so that suggestions are right',
    expiring: (p) => `${counted(p.count, 'lot')} near expiry`,
    expired: (p) => `${counted(p.count, 'lot')} past expiry, still in stock`,
    expiringHint: 'Sell these first, or return them to HQ',
    inspections: (p) => `${counted(p.count, 'receipt')} with an incomplete inspection record`,
    inspectionsHint: 'Add the supplier licence, registration and inspection certificate',
    imports: (p) => `${counted(p.count, 'file')} imported`,
    importsHint: 'See the history, or import another file',
  },
  cards: {
    sales: 'Sales by week',
    noSales: 'No sales yet',
    stock: 'Stock',
    stockValue: 'Value',
    stockDays: 'Cover',
    stockUnits: 'Units in stock',
    customers: 'Customers',
    products: 'Products',
    salesLines: 'Sales lines',
    lastSale: (p) => `last sale ${p.day}`,
  },
};
