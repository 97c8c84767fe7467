import type { BusinessDay } from '../core/business-day.ts';
import type { Quantity } from '../core/quantity.ts';
import { lineKey, occurrenceKey, unpricedLineKey } from './fingerprint.ts';
import type { LineIdentity } from './fingerprint.ts';
import { surveyPlaces } from './places.ts';
import type { Places } from './places.ts';
import { ensureProduct, readProduct } from './product-index.ts';
import type { ProductReference } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
import { longestCode } from './read-code.ts';
import { createOrderBook } from './sales-orders.ts';
import type { OrderBook } from './sales-orders.ts';
import { readLineMoney } from './sales-price.ts';
import type { LineMoney } from './sales-price.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

interface Place {
  readonly region: string;
  readonly province: string;
  readonly city: string;
}

interface Customer {
  readonly code: string | null;
  readonly name: string;
  readonly phone: string;
}

/** A row read whole, with nothing in it that keeps it out. */
interface SalesRow extends Place {
  readonly orderNumber: string;
  readonly day: BusinessDay;
  readonly customer: Customer;
  readonly product: ProductReference;
  readonly quantity: Quantity;
  readonly money: LineMoney;
  readonly warehouseCode: string | null;
  readonly note: string;
}

function readDayOf(cursor: RowCursor): BusinessDay | null {
  const day = cursor.day('day');
  if (day === null && !cursor.refused('day')) cursor.note('day', 'date.missing');
  return day;
}

function readQuantityOf(cursor: RowCursor): Quantity | null {
  const quantity = cursor.quantity('quantity');
  if (quantity === null) {
    if (!cursor.refused('quantity')) cursor.note('quantity', 'quantity.missing');
    return null;
  }
  if (quantity === 0) cursor.note('quantity', 'quantity.zero');
  if (quantity < 0) cursor.note('quantity', 'quantity.return');
  return quantity === 0 ? null : quantity;
}

/** Code, else the name as code. A sheet without customers says nothing about them. */
function readCustomer(cursor: RowCursor): Customer {
  const stated = cursor.text('customerCode');
  const name = cursor.text('customerName');
  const phone = cursor.text('phone');
  const code = stated === '' ? name.slice(0, longestCode) : stated;
  if (code === '') {
    const field = cursor.has('customerCode') ? 'customerCode' : 'customerName';
    if (cursor.has(field) && !cursor.refused(field)) cursor.note(field, 'customer.missing');
  }
  return { code: code === '' ? null : code, name, phone };
}

function readPlace(cursor: RowCursor, places: Places): Place {
  const region = cursor.text('region');
  const province = cursor.text('province');
  const city = cursor.text('city');
  if (region === '') {
    if (places.expects('region'))
      cursor.note('region', 'place.missing', { expected: places.likelyRegion(province) });
  } else {
    const expected = places.unusualRegion(region, province);
    if (expected !== null) cursor.note('region', 'region.unknown', { expected });
  }
  if (province === '' && places.expects('province')) {
    cursor.note('province', 'place.missing', { expected: places.likelyProvince(city) });
  }
  if (city === '' && places.expects('city')) cursor.note('city', 'place.missing');
  return { region, province, city };
}

/** The warehouse's code. Unknown names keep a row out only where the line would move stock. */
function readWarehouse(cursor: RowCursor, context: PlanContext): string | null {
  const name = cursor.text('warehouse');
  if (name === '') return null;
  const code = context.known.warehouses.get(name);
  if (code !== undefined) return code;
  const severity = context.mode === 'issue' ? 'rejection' : 'warning';
  cursor.note('warehouse', 'warehouse.unknown', {
    severity,
    expected: [...context.known.warehouses.keys()].slice(0, 6).join('、'),
  });
  return null;
}

/** Reads the whole row, so that everything wrong with it is said; null where it cannot be imported. */
function readRow(cursor: RowCursor, context: PlanContext, places: Places): SalesRow | null {
  const orderNumber = cursor.text('orderNumber');
  const day = readDayOf(cursor);
  const customer = readCustomer(cursor);
  const place = readPlace(cursor, places);
  const product = readProduct(cursor, context.products);
  const quantity = readQuantityOf(cursor);
  const warehouseCode = readWarehouse(cursor, context);
  const note = cursor.text('note');
  const listPrice = product === null ? null : context.products.listPrice(product.code);
  // Without product or quantity the money cannot be judged; what stands there is still read for what is wrong with it.
  const money = product !== null && quantity !== null ? readLineMoney(cursor, quantity, listPrice) : null;
  if (money === null) {
    cursor.money('unitPrice');
    cursor.money('amount');
  }
  if (cursor.rejected || day === null || product === null || quantity === null || money === null) return null;
  return { orderNumber, day, customer, ...place, product, quantity, money, warehouseCode, note };
}

function identityOf({ orderNumber, day, customer, product, quantity, money }: SalesRow): LineIdentity {
  const { statedPrice: unitPrice, statedAmount: amount } = money;
  return {
    orderNumber,
    day,
    customerCode: customer.code ?? '',
    productCode: product.code,
    quantity,
    unitPrice,
    amount,
  };
}

/**
 * Two lines that differ in warehouse, remark or the name they give the product are two lines, though the store knows lines by
 * less than that.
 */
function contentOf({ warehouseCode, note, product }: SalesRow, key: string): string {
  const more = `${warehouseCode ?? ''}\u001F${note}\u001F${product.name}`;
  return more.length === 2 ? key : `${key}\u001F${more}`;
}

/** The key of the line in the store, or null with the reason noted where the line is there or in the file already. */
function newKey(context: PlanContext, task: SheetTask, row: SalesRow): string | null {
  const { cursor } = task;
  const identity = identityOf(row);
  const key = lineKey(identity);
  const before = seenBefore(context, task, contentOf(row, key));
  if (before !== null && !context.options.keepRepeated) {
    cursor.note(null, 'line.repeated', { found: row.orderNumber, expected: before });
    return null;
  }
  const occurrence = (context.occurrences.get(key) ?? 0) + 1;
  context.occurrences.set(key, occurrence);
  const own = occurrenceKey(key, occurrence);
  const { known } = context;
  const unpriced = unpricedLineKey(identity);
  const filled =
    key === unpriced
      ? lineKey({ ...identity, unitPrice: row.money.unitPrice, amount: row.money.amount })
      : unpriced;
  if (known.hasSalesLine(own) || (filled !== key && known.hasSalesLine(occurrenceKey(filled, occurrence)))) {
    cursor.note(null, 'line.known', { found: row.orderNumber });
    return null;
  }
  return own;
}

/** Customers the store does not know, each with the first non-empty value of everything. */
function gatherCustomer(context: PlanContext, { customer, region, province, city }: SalesRow): void {
  const { code, name, phone } = customer;
  if (code === null || context.known.customers.has(code)) return;
  const draft = context.customers.get(code);
  if (draft === undefined) {
    context.customers.set(code, { code, name, region, province, city, phone });
    return;
  }
  if (draft.name === '') draft.name = name;
  if (draft.phone === '') draft.phone = phone;
  if (draft.region === '') draft.region = region;
  if (draft.province === '') draft.province = province;
  if (draft.city === '') draft.city = city;
}

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask, places: Places, book: OrderBook): boolean {
  const { cursor } = task;
  const row = readRow(cursor, context, places);
  if (row === null) return false;
  const key = newKey(context, task, row);
  if (key === null) return true;
  ensureProduct(cursor, context, row.product);
  gatherCustomer(context, row);
  const head = {
    number: row.orderNumber,
    day: row.day,
    customerCode: row.customer.code,
    region: row.region,
    province: row.province,
    city: row.city,
  };
  book.add(cursor, head, {
    row: cursor.row,
    productCode: row.product.code,
    day: row.day,
    quantity: row.quantity,
    unitPrice: row.money.unitPrice,
    amount: row.money.amount,
    warehouseCode: row.warehouseCode,
    key,
  });
  return false;
}

/** Plans the sales lines of one sheet. */
export function planSales(context: PlanContext, task: SheetTask): void {
  const places = surveyPlaces(task.cursor, task.rows);
  const book = createOrderBook(task.cursor.sheet);
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task, places, book));
    task.tick();
  }
  for (const order of book.orders()) context.orders.push(order);
}
