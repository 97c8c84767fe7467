import { businessDay } from '../core/business-day.ts';
import type { LineIdentity } from './fingerprint.ts';
import { lotKey, stockKey } from './known-store.ts';
import type { ImportOptions, ImportPlan } from './plan-types.ts';
import { promotionKey } from './plan-promotions.ts';
import type { ProductValues } from './planned-types.ts';
import type { KnownProduct, KnownStock, KnownStore } from './known-store.ts';
import type { Cell, Sheet, Workbook } from './sheet.ts';

/** A sheet from its cells; `null` rows are gaps. For tests. */
export function sheetOf(
  name: string,
  rows: readonly (readonly Cell[] | null)[],
  more: Partial<Sheet> = {},
): Sheet {
  const filled = rows.flatMap((cells, index) => (cells === null ? [] : [{ number: index + 1, cells }]));
  return { name, hidden: false, rows: filled, merges: [], ...more };
}

export function workbookOf(...sheets: Sheet[]): Workbook {
  return { format: 'xlsx', sheets };
}

export function optionsOf(more: Partial<ImportOptions> = {}): ImportOptions {
  return {
    asOf: businessDay('2026-11-22'),
    mode: 'history',
    keepRepeated: false,
    allowNegative: false,
    anchors: 'refuse',
    services: true,
    choices: {},
    ...more,
  };
}

/** A store that knows only its two warehouses, and what is said beyond. */
export function storeOf(more: Partial<KnownStore> = {}): KnownStore {
  return {
    products: new Map(),
    barcodes: new Map(),
    customers: new Set(),
    warehouses: new Map([
      ['W1', 'W1'],
      ['主仓', 'W1'],
      ['W2', 'W2'],
      ['门店仓', 'W2'],
    ]),
    defaultWarehouse: 'W1',
    hasSalesLine: () => false,
    salesLinesOf: () => [],
    lots: new Map(),
    balances: new Map(),
    purchaseOrders: new Map(),
    mappings: new Map(),
    stock: knownStockOf(),
    calendar: {
      weatherCity: '',
      findWeather: () => undefined,
      days: new Map(),
      promotions: new Set(),
      categories: new Set(),
    },
    ...more,
  };
}

/** What {@link storeOf} knows of stock: nothing moved, nothing counted, one supplier, and warehouses that forbid nothing. */
export function knownStockOf(more: Partial<KnownStock> = {}): KnownStock {
  return {
    warehouses: new Map([
      ['W1', { name: '主仓', kind: 'own', negative: 'allow' }],
      ['W2', { name: '门店仓', kind: 'own', negative: 'allow' }],
      ['HOLD', { name: '待处理仓', kind: 'quarantine', negative: 'block' }],
      ['TRANSIT', { name: '在途仓', kind: 'transit', negative: 'block' }],
    ]),
    partners: { customer: new Map(), supplier: new Map([['HQ', 'HQ']]), distributor: new Map() },
    headquarters: 'HQ',
    orders: new Map(),
    awaiting: new Map(),
    components: new Map(),
    packBarcodes: new Set(),
    reserved: new Map(),
    hasDocumentLine: () => false,
    movementsSince: () => [],
    countsOf: () => [],
    ...more,
  };
}

export function knownProduct(code: string, values: Partial<ProductValues> = {}): KnownProduct {
  return {
    id: `id-${code}`,
    code,
    name: code,
    barcode: null,
    category: '',
    subcategory: '',
    unit: '',
    packSize: 1 as ProductValues['packSize'],
    moq: 1 as ProductValues['moq'],
    leadDays: null,
    listPrice: null,
    status: 'active',
    purchasePrice: null,
    kind: 'goods',
    lotControl: 0,
    shelfLifeDays: null,
    registrationNumber: '',
    shelf: '',
    ...values,
  };
}

export function productsOf(...products: KnownProduct[]): ReadonlyMap<string, KnownProduct> {
  return new Map(products.map((product) => [product.code, product]));
}

/** The store after a plan was carried out. */
export function storeAfter(plan: ImportPlan, before: KnownStore = storeOf()): KnownStore {
  const keys = new Set(plan.orders.flatMap(({ lines }) => lines.map(({ key }) => key)));
  const products = new Map(before.products);
  for (const { code, values } of plan.products) {
    products.set(code, { ...(products.get(code) ?? knownProduct(code)), ...values });
  }
  const barcodes = new Map(before.barcodes);
  for (const { code, barcode } of products.values()) {
    if (barcode !== null && !barcodes.has(barcode)) barcodes.set(barcode, code);
  }
  const balances = new Map(before.balances);
  for (const { productCode, warehouse, lot, quantity } of plan.stock) {
    balances.set(stockKey(productCode, warehouse ?? before.defaultWarehouse, lot), quantity);
  }
  const lots = new Map(before.lots);
  for (const { productCode, lot, productionDay, expiryDay } of plan.stock) {
    const key = lot === null ? null : lotKey(productCode, lot);
    if (key !== null && !lots.has(key)) lots.set(key, { productionDay, expiryDay });
  }
  const { weather, calendarDays, promotions } = plan;
  const mappings = new Map(before.mappings);
  for (const { signature, kind, columns } of plan.guesses) {
    const fields = Object.fromEntries(columns.map(({ index, field }) => [index, field]));
    mappings.set(signature, { kind, columns: fields });
  }
  return {
    ...before,
    mappings,
    products,
    barcodes,
    balances,
    customers: new Set([...before.customers, ...plan.customers.map(({ code }) => code)]),
    hasSalesLine: (key) => keys.has(key) || before.hasSalesLine(key),
    lots,
    calendar: {
      ...before.calendar,
      findWeather: (city, day) => {
        const found = weather.findLast((one) => one.city === city && one.day === day);
        if (found === undefined) return before.calendar.findWeather(city, day);
        const { high, low, condition, wind, warning, knownOn } = found;
        return { content: JSON.stringify([high, low, condition, wind, warning]), knownOn };
      },
      days: new Map([
        ...before.calendar.days,
        ...calendarDays.map(({ day, kind, name }) => [day, { kind, name }] as const),
      ]),
      promotions: new Set([
        ...before.calendar.promotions,
        ...promotions.map((one) => promotionKey(one.name, one.firstDay, one.lastDay)),
      ]),
    },
    salesLinesOf: (orderNumber, productCode) => [
      ...before.salesLinesOf(orderNumber, productCode),
      ...identitiesOf(plan).filter(
        (line) => line.orderNumber === orderNumber && line.productCode === productCode,
      ),
    ],
  };
}

function identitiesOf({ orders }: ImportPlan): LineIdentity[] {
  return orders.flatMap(({ number, customerCode, lines }) =>
    lines.map((line) => ({ ...line, orderNumber: number, customerCode: customerCode ?? '' })),
  );
}

/** `code@cell` of each problem, for short expectations. */
export function told(plan: ImportPlan): string[] {
  return plan.problems.map(({ code, column, row }) => `${code}@${column}${row}`);
}
