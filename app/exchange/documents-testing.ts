import { businessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { Cell } from './sheet.ts';
import { knownProduct, knownStockOf, productsOf, sheetOf, storeOf, workbookOf } from './testing.ts';

export const day = (text: string): Cell => ({ day: businessDay(text) });

/** Two lines of A, one of B, all open. */
const order = {
  number: 'CG-1',
  supplier: 'HQ',
  isOpen: true,
  lines: [
    { line: 1, productCode: 'A', open: 10, unitPrice: 500 as Fen },
    { line: 2, productCode: 'A', open: 5, unitPrice: 500 as Fen },
    { line: 3, productCode: 'B', open: 8, unitPrice: null },
  ],
};
/** Goods A and B, L in two batches, a service T; 20 of A and 10 of L lie in W1, and one order is open. */
export const known = storeOf({
  products: productsOf(
    knownProduct('A', { packSize: 12 as never }),
    knownProduct('B'),
    knownProduct('L', { lotControl: 1 }),
    knownProduct('T', { kind: 'service' }),
  ),
  balances: new Map([
    ['A\u001FW1\u001F', 20],
    ['L\u001FW1\u001FL1', 4],
    ['L\u001FW1\u001FL2', 6],
  ]),
  lots: new Map([
    ['L\u001FL1', { productionDay: null, expiryDay: businessDay('2027-01-01') }],
    ['L\u001FL2', { productionDay: null, expiryDay: businessDay('2027-06-01') }],
  ]),
  stock: knownStockOf({ orders: new Map([['CG-1', order]]) }),
});

const headers = [
  '单据类型',
  '单据编号',
  '日期',
  '往来单位',
  '仓库',
  '调入仓库',
  '商品编码',
  '批号',
  '数量',
  '原因',
  '退货情况',
];
/** A file of documents of any kind, told apart by the word in the first column. */
export const movements = (...rows: Cell[][]) => workbookOf(sheetOf('流水', [headers, ...rows]));
