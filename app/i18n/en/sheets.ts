import type { SheetProblemCode } from '../../core/stock-problems.ts';
import type { Translation } from '../translation.ts';
import type { sheets as source } from '../zh-CN/sheets.ts';
import { stockWords } from './stock-words.ts';

type Said = { readonly found: string; readonly expected: string };

const documentMessages = Object.fromEntries(
  Object.entries(stockWords.problems).map(([code, say]) => [`document.${code}`, say]),
) as { readonly [Code in SheetProblemCode as `document.${Code}`]: (p: Said) => string };

function quoted(text: string): string {
  return text === '' ? 'an empty cell' : `“${text}”`;
}

function hint(text: string, before: string): string {
  return text === '' ? '' : `${before}“${text}”`;
}

export const sheets: Translation<typeof source> = {
  kinds: {
    products: 'Products',
    components: 'Set components',
    sales: 'Sales lines',
    stock: 'Stock on hand',
    counts: 'Count',
    purchaseOrder: 'Purchase order',
    orderConfirmation: 'HQ confirmation',
    receipts: 'Receipts',
    movements: 'Stock documents',
    promotions: 'Promotions',
    holidays: 'Holidays',
    weather: 'Weather',
    other: 'Other (not imported)',
  },
  fields: {
    code: 'Product code',
    name: 'Product name',
    barcode: 'Barcode',
    category: 'Category',
    subcategory: 'Subcategory',
    unit: 'Unit',
    packSize: 'Pack size',
    moq: 'MOQ',
    leadDays: 'Lead days',
    listPrice: 'List price',
    status: 'Status',
    orderNumber: 'Order number',
    day: 'Date',
    customerCode: 'Customer code',
    customerName: 'Customer name',
    region: 'Region',
    province: 'Province',
    city: 'City',
    productCode: 'Product code',
    productName: 'Product name',
    warehouse: 'Warehouse',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    amount: 'Amount',
    phone: 'Phone',
    note: 'Note',
    lot: 'Lot',
    productionDay: 'Production date',
    expiryDay: 'Expiry date',
    unitCost: 'Unit cost',
    supplier: 'Supplier',
    distributor: 'Distributor',
    packs: 'Packs',
    expectedDay: 'Expected date',
    confirmed: 'Confirmed quantity',
    supplierNumber: 'HQ number',
    purchasePrice: 'Buying price',
    productKind: 'Product kind',
    lotControl: 'Batch control',
    shelfLife: 'Shelf life',
    registrationNumber: 'Registration number',
    packBarcode: 'Pack barcode',
    shelf: 'Shelf',
    setCode: 'Set code',
    setName: 'Set name',
    certificate: 'Certificate',
    book: 'Book quantity',
    counted: 'Counted quantity',
    documentNumber: 'Document number',
    documentKind: 'Document kind',
    partner: 'Partner',
    toWarehouse: 'To warehouse',
    condition: 'Condition',
    reason: 'Reason',
    promotionName: 'Promotion',
    firstDay: 'First day',
    lastDay: 'Last day',
    discount: 'Discount',
    dayKind: 'Day kind',
    dayName: 'Holiday',
    high: 'High',
    low: 'Low',
    sky: 'Weather',
    wind: 'Wind',
    warning: 'Weather warning',
  },
  yes: 'Yes',
  no: 'No',
  ownColumns: { reason: 'Reason', originalRow: 'Original row' },
  severities: {
    repair: 'Repaired',
    warning: 'Warning',
    duplicate: 'Duplicate',
    rejection: 'Cannot be imported',
  },
  outcomes: {
    accepted: 'Imported',
    corrected: 'Imported, repaired',
    duplicate: 'Duplicate, left out',
    rejected: 'Not imported',
  },
  skipped: {
    blank: 'Blank row',
    title: 'Title or remark',
    total: 'Total row',
    repeatedHeader: 'Header repeated',
  },
  reasons: {
    synonym: 'the header is a known name',
    similar: 'the header is close to a known name',
    values: 'judged by the values',
    remembered: 'as you confirmed before',
    person: 'chosen by you',
    none: 'nothing fits; left out',
  },
  problems: {
    'date.separators': (p) => `Date ${quoted(p.found)} was read as ${p.expected}`,
    'number.unit': (p) => `Number ${quoted(p.found)} carries a unit; read as ${p.expected}`,
    'number.text': (p) => `${quoted(p.found)} is a number stored as text; read as ${p.expected}`,
    'money.unit': (p) => `Amount ${quoted(p.found)} carries a currency sign; read as ${p.expected}`,
    'code.prefix': (p) => `Code ${quoted(p.found)} carries a word; read as “${p.expected}”`,
    'code.number': (p) =>
      `Code ${p.found} is stored as a number; read as text “${p.expected}”. If it had leading zeros, restore them in the file`,
    'text.spaces': (p) =>
      `${quoted(p.found)} has stray spaces or full-width letters; read as “${p.expected}”`,
    'price.fromProduct': (p) => `No price; took the product’s price ${p.expected}`,
    'price.fromAmount': (p) => `No price; amount divided by quantity gives ${p.expected}`,
    'amount.computed': (p) => `No amount; price times quantity gives ${p.expected}`,
    'product.service': (p) =>
      `${p.found} “${p.expected}” is a charge and no goods: it becomes a service, which is sold and moves no stock`,
    'product.set': (p) => `Product ${quoted(p.found)} has components and becomes a set`,
    'price.fromOrder': (p) => `No unit price; taken from the purchase order: ${p.expected}`,
    'quantity.fromPacks': (p) => `No pieces; packs times pack size (${p.found}) gives ${p.expected}`,
    'word.unknown': (p) => `${quoted(p.found)} is not understood; use the words of the template`,
    'packs.differ': (p) =>
      `${p.found} pieces are not packs times pack size (${p.expected}); imported by pieces, please check`,
    'order.absent': (p) =>
      `There is no open purchase order ${quoted(p.found)}; imported as a receipt without order`,
    'order.lacks': (p) =>
      `Purchase order ${quoted(p.expected)} does not have product ${quoted(p.found)}; received without answering the order`,
    'order.under': (p) => `Purchase order ${quoted(p.found)} is not complete yet: ${p.expected}`,
    'supplier.assumed': (p) =>
      `Supplier ${quoted(p.found)} is not known; taken as the only one, “${p.expected}”`,
    'cost.unknown': (p) =>
      `${quoted(p.found)} has no cost and no buying price; booked at its average cost, or at 0 where it has none`,
    'barcode.shared': (p) =>
      `Barcode ${p.found} is ${quoted(p.expected)}’s already; once imported a scan will ask which is meant, please check`,
    'cost.zero': (p) =>
      `${quoted(p.found)} costs 0 and is booked as goods for nothing; leave it empty if it is not known`,
    'stock.blocked': (p) =>
      `Stock does not suffice: ${p.found} wanted, ${p.expected} there; this warehouse forbids less than nothing, and the import would fail. Import receipts first, or choose “this file is history”`,
    'count.crossed': (p) =>
      `${p.found} is before the count ${p.expected} and would change stock after it; choose above what to do`,
    'region.unknown': (p) =>
      `Region ${quoted(p.found)} is unusual in this column${hint(p.expected, '; perhaps ')}. Imported as it stands; if wrong, mend the file and import it again`,
    'place.missing': (p) =>
      `Place is missing${hint(p.expected, '; probably ')}. The row is imported; you can fill it in the file and import again`,
    'order.mixed': (p) =>
      `One order number has several customers or dates: ${p.found} here, ${p.expected} before. Imported as separate orders; please check the number`,
    'amount.differs': (p) =>
      `Amount ${p.found} is not price times quantity${p.expected === '' ? '' : ` (${p.expected})`}. Kept as stated; please check`,
    'product.created': (p) =>
      `Product ${quoted(p.found)} is not described; it will be created as “${p.expected}”. Please complete it afterwards`,
    'price.unknown': () => 'No price, and the product list has none. Imported without an amount',
    'code.damaged': (p) =>
      `Code ${p.found} was turned into a date, an exponent or fewer digits by the spreadsheet. Format the column as text and enter it again`,
    'customer.missing': () => 'No customer. Imported without one',
    'stock.negative': (p) => `Stock ${p.found} is below zero. Imported as it stands; please count soon`,
    'sheet.hidden': (p) =>
      `Sheet ${quoted(p.found)} is hidden and will be imported too. Set it to “Other” if you do not want that`,
    'quantity.return': (p) => `Quantity ${p.found} is below zero; imported as a return`,
    'status.unknown': (p) =>
      `Status ${quoted(p.found)} is not known and was ignored. Use “Active” or “Inactive”`,
    'line.repeated': (p) =>
      `Same as row ${p.expected}; imported once. If these are two sales, choose to keep repeated rows`,
    'line.known': (p) => `This row was imported before${hint(p.found, ', order ')}; not imported again`,
    'row.unchanged': (p) => `${quoted(p.found)} is already there with the same values; nothing to do`,
    'quantity.missing': () => 'No quantity. Enter a whole number',
    'quantity.invalid': (p) =>
      `Quantity ${quoted(p.found)} is not a certain number. Enter a whole number of base units`,
    'quantity.notWhole': (p) => `Quantity ${p.found} is not whole. Enter a whole number of base units`,
    'quantity.zero': () => 'Quantity is zero. Enter the real quantity or delete the row',
    'quantity.short': (p) =>
      `Stock will be negative: ${p.found} sold, ${p.expected} there. Enter the missing receipt, or import as history`,
    'order.draft': () =>
      'A draft that is no purchase order yet; left out. Make the order in the reorder list',
    'product.missing': () => 'No product. Enter its code, barcode or name',
    'product.unknown': (p) =>
      `Product ${quoted(p.found)} was not found, or several have that name. Enter the product code`,
    'date.missing': () => 'No date. Enter one, such as 2026-11-22',
    'date.invalid': (p) => `Date ${quoted(p.found)} does not exist or is ambiguous. Write it as 2026-11-22`,
    'date.future': (p) =>
      `Date ${quoted(p.found)} is after the as-of day ${p.expected}. Check the date, or change the as-of day`,
    'number.invalid': (p) =>
      `${quoted(p.found)} is not a usable number${p.expected === '' ? '' : ` (expected ${p.expected})`}. Mend it and import again`,
    'cell.error': (p) =>
      `The cell holds the error ${p.found}. Mend the formula in the file, or enter a value`,
    'code.repeated': (p) =>
      `${quoted(p.found)} repeats row ${p.expected} with other values. Keep only the right one`,
    'order.differs': (p) =>
      p.expected === ''
        ? `The original order has no product ${quoted(p.found)}. Ask headquarters; the order is not changed`
        : `Differs from the original order: ${p.found} here, ${p.expected} ordered. Ask headquarters; the order is not changed`,
    'line.differs': (p) =>
      `This product of the order was imported before as ${p.expected}; here it is ${p.found}. It is kept out, or it would count twice. For a correction, undo the earlier import and import again; for a second sale, choose to keep repeated rows`,
    'lot.differs': (p) =>
      `The days of this lot disagree: ${p.found} here, ${p.expected} known. Check the lot; what is known is not changed`,
    'expiry.early': (p) => `Expiry ${p.found} is before production ${p.expected}. Check both days`,
    'price.zero': (p) =>
      p.expected === ''
        ? 'The price is zero; imported as a gift. Enter the price if it was forgotten'
        : 'A return at price zero is mostly a write-off or stock adjustment; imported as it stands, it lowers demand. Remove the row if it is no sale',
    'order.missing': () => 'No order number. Enter one',
    'name.missing': (p) => `New product ${quoted(p.found)} has no name. Enter one`,
    'value.tooLong': (p) => `More than ${p.expected} characters. Shorten it and import again`,
    'lot.needed': (p) => `${quoted(p.found)} lies in batches${hint(p.expected, ': ')}; say which was counted`,
    'partner.unknown': (p) =>
      `There is no partner ${quoted(p.found)}${hint(p.expected, '; known: ')}; add it first, or name a known one`,
    'kind.unknown': (p) =>
      `Document kind ${quoted(p.found)} is not understood; write for instance receipt, issue, return, transfer, adjustment, own use, scrap`,
    'confirmed.less': (p) =>
      `${p.found} confirmed of ${p.expected} ordered; on order counts what is confirmed`,
    'confirmed.more': (p) => `${p.found} confirmed, ${p.expected} ordered; ask HQ`,
    'order.unknown': (p) => `No purchase order ${quoted(p.found)}; check the number`,
    'order.notOpen': (p) =>
      `Purchase order ${quoted(p.found)} is not sent yet, or done or cancelled; it is left alone`,
    'order.other': (p) => `The row is of order ${quoted(p.found)}; only ${p.expected} is recorded`,
    'component.invalid': (p) => `Set ${quoted(p.found)} cannot be made of itself; give the component's code`,
    'discount.kept': (p) => `${quoted(p.found)} was read as ${p.expected} off`,
    'temperature.order': (p) =>
      `The low of ${p.found} is above the high of ${p.expected}; imported as it stands, please check`,
    'weather.far': (p) =>
      `A forecast for ${p.found} reaches further than ${p.expected} days; imported, but forecasts of demand use the usual weather instead`,
    'temperature.invalid': (p) =>
      `Temperature ${quoted(p.found)} cannot be read; give degrees Celsius, ${p.expected}`,
    'weather.empty': () => 'Neither temperature nor weather; give one of them, or delete the row',
    'city.missing': () => 'No city; give one, or choose your city in the calendar first',
    'dayKind.unknown': (p) =>
      `${quoted(p.found)} does not say whether the day is off or worked; write Day off or Working day`,
    'promotion.nameless': () => 'The promotion has no name; give it one',
    'promotion.mixed': (p) =>
      `The rows of promotion ${quoted(p.found)} differ in what they are for; name a product in each, or keep one row for a category or for all`,
    'period.order': (p) => `The last day ${p.found} is before the first day ${p.expected}; please check both`,
    'period.tooLong': (p) => `${p.found} days long; at most ${p.expected}. Please check the days`,
    'discount.invalid': (p) => `Discount ${quoted(p.found)} cannot be read; give percent off (20%)`,
    'category.unknown': (p) =>
      `No product has the category ${quoted(p.found)}; use a category of your products`,
    ...documentMessages,
    'warehouse.unknown': (p) =>
      `There is no warehouse ${quoted(p.found)}${hint(p.expected, '; there are: ')}. Use one of those, or add it in the settings`,
  },
};
