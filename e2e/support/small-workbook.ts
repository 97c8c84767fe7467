import { utils, write } from 'xlsx';

/** What a generated file is made of; the texts differ by language so that an English screen can be checked for Chinese. */
export interface WorkbookTexts {
  readonly products: string;
  readonly sales: string;
  readonly notes: string;
  readonly productHeaders: readonly string[];
  readonly salesHeaders: readonly string[];
  readonly productName: (number: number) => string;
  readonly regions: readonly string[];
  readonly note: string;
  /** `1473` as someone typed it. */
  readonly withUnit: (quantity: number) => string;
}

export const chinese: WorkbookTexts = {
  products: '商品信息',
  sales: '销售订单',
  notes: '说明',
  productHeaders: ['商品编号', '商品名称', '商品大类', '标准售价'],
  salesHeaders: ['订单编码', '订单日期', '客户编码', '所在区域', '商品编号', '订购数量', '订购单价', '金额'],
  productName: (number) => `面膜${number}号`,
  regions: ['东区', '南区'],
  note: '本表由门店填写',
  withUnit: (quantity) => `${quantity}个`,
};

export const english: WorkbookTexts = {
  products: 'Products',
  sales: 'Sales',
  notes: 'Notes',
  productHeaders: ['Product code', 'Product name', 'Category', 'List price'],
  salesHeaders: [
    'Order number',
    'Date',
    'Customer code',
    'Region',
    'Product code',
    'Quantity',
    'Unit price',
    'Amount',
  ],
  productName: (number) => `Mask ${number}`,
  regions: ['East', 'South'],
  note: 'Filled in by the shop',
  withUnit: (quantity) => `${quantity} pcs`,
};

const productCount = 6;
const weeks = 30;

export interface SmallWorkbook {
  readonly name: string;
  readonly content: Buffer;
  readonly products: number;
  readonly salesRows: number;
  readonly repeated: number;
  readonly rejected: number;
}

/**
 * A workbook as shops send them: products, thirty weeks of sales, a sheet that is neither, dates and quantities typed oddly, one
 * row twice and one without a quantity.
 */
export function smallWorkbook(texts: WorkbookTexts, name: string): SmallWorkbook {
  const code = (number: number): string => `X${String(number).padStart(3, '0')}`;
  const price = (number: number): number => 40 + number * 10;
  const products = Array.from({ length: productCount }, (_, index) => [
    code(index + 1),
    texts.productName(index + 1),
    texts.products,
    price(index + 1),
  ]);
  const rows: (string | number)[][] = [];
  for (let week = 0; week < weeks; week += 1) {
    for (let product = 1; product <= productCount; product += 1) {
      const quantity = 20 + ((week * 7 + product * 13) % 17);
      const day = new Date(Date.UTC(2026, 2, 2 + week * 7 + (product % 5))).toISOString().slice(0, 10);
      rows.push([
        `D${10_000 + week}`,
        day,
        `S${1000 + week}`,
        texts.regions[week % texts.regions.length] ?? '',
        code(product),
        quantity,
        price(product),
        quantity * price(product),
      ]);
    }
  }
  // One order is one customer and one day, as in the files this stands for.
  for (const row of rows) row[0] = `${row[0]}${String(row[1]).slice(-2)}`;
  const [first, second, third, fourth] = rows;
  if (!first || !second || !third || !fourth) throw new Error('too few rows');
  rows.push([...fourth]);
  first[1] = String(first[1]).replaceAll('-', '#');
  second[5] = texts.withUnit(Number(second[5]));
  third[5] = '';
  third[7] = '';
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...texts.salesHeaders], ...rows]), texts.sales);
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...texts.productHeaders], ...products]), texts.products);
  utils.book_append_sheet(book, utils.aoa_to_sheet([[texts.note]]), texts.notes);
  return {
    name,
    content: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    products: productCount,
    salesRows: rows.length,
    repeated: 1,
    rejected: 1,
  };
}
