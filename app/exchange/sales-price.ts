import { formatFen } from '../core/fen.ts';
import type { Fen } from '../core/fen.ts';
import type { RowCursor } from './row-cursor.ts';

/** The money of a sales line: what the file states and what is stored. */
export interface LineMoney {
  /** Price and amount as stated, or as they follow from each other: what identifies the line. */
  readonly statedPrice: Fen | null;
  readonly statedAmount: Fen | null;
  readonly unitPrice: Fen | null;
  readonly amount: Fen | null;
}

/** Price × quantity, null where that is beyond what money can be. */
function product(price: Fen, quantity: number): Fen | null {
  const value = price * quantity;
  return Number.isSafeInteger(value) ? (value as Fen) : null;
}

/** Prices with fractions of a fen (33.333) cannot give the amount to the fen. */
function allowance(cursor: RowCursor, quantity: number): number {
  const raw = cursor.raw('unitPrice');
  const exact = typeof raw !== 'number' || Math.abs(raw * 100 - Math.round(raw * 100)) < 1e-6;
  return exact ? 0 : Math.abs(quantity) * 0.5 + 1;
}

function checkAmount(cursor: RowCursor, quantity: number, price: Fen, amount: Fen): void {
  const expected = product(price, quantity);
  if (expected !== null && Math.abs(expected - amount) <= allowance(cursor, quantity)) return;
  cursor.note('amount', 'amount.differs', { expected: expected === null ? '' : formatFen(expected) });
}

function amountFromPrice(cursor: RowCursor, quantity: number, price: Fen): Fen | null {
  const amount = product(price, quantity);
  if (amount === null) cursor.note('amount', 'number.invalid');
  // A file without such a column lacks nothing in this row: it is not listed once for each.
  else if (cursor.has('amount')) cursor.note('amount', 'amount.computed', { expected: formatFen(amount) });
  return amount;
}

function priceFromAmount(cursor: RowCursor, quantity: number, amount: Fen): Fen | null {
  const price = amount / quantity;
  const listed = cursor.has('unitPrice');
  if (!Number.isInteger(price) || price < 0) {
    if (listed) cursor.note('unitPrice', 'price.unknown');
    return null;
  }
  const value = (price === 0 ? 0 : price) as Fen;
  if (listed) cursor.note('unitPrice', 'price.fromAmount', { expected: formatFen(value) });
  return value;
}

/** Neither price nor amount is stated: the product list may know the price. Sheets without money are left without. */
function fromProductList(cursor: RowCursor, quantity: number, listPrice: Fen | null): LineMoney {
  const nothing = { statedPrice: null, statedAmount: null, unitPrice: null, amount: null };
  const field = cursor.has('unitPrice') ? 'unitPrice' : cursor.has('amount') ? 'amount' : null;
  if (field === null || cursor.refused('unitPrice') || cursor.refused('amount')) return nothing;
  if (listPrice === null) {
    cursor.note(field, 'price.unknown');
    return nothing;
  }
  cursor.note(field, 'price.fromProduct', { expected: formatFen(listPrice) });
  const amount = amountFromPrice(cursor, quantity, listPrice);
  return { ...nothing, unitPrice: listPrice, amount };
}

/** Reads price and amount, checks them against each other, and fills what is missing from what is known. */
export function readLineMoney(cursor: RowCursor, quantity: number, listPrice: Fen | null): LineMoney {
  const price = cursor.money('unitPrice');
  const amount = cursor.money('amount');
  if (price !== null && price < 0) cursor.note('unitPrice', 'number.invalid', { expected: '≥ 0' });
  if (price === 0 && (amount ?? 0) === 0)
    cursor.note('unitPrice', 'price.zero', { expected: quantity < 0 ? '> 0' : '' });
  if (price === null && amount === null) return fromProductList(cursor, quantity, listPrice);
  if (price !== null && amount !== null) {
    checkAmount(cursor, quantity, price, amount);
    return { statedPrice: price, statedAmount: amount, unitPrice: price, amount };
  }
  if (price !== null) {
    const computed = cursor.refused('amount') ? null : amountFromPrice(cursor, quantity, price);
    return { statedPrice: price, statedAmount: computed, unitPrice: price, amount: computed };
  }
  const given = amount as Fen;
  const computed = cursor.refused('unitPrice') ? null : priceFromAmount(cursor, quantity, given);
  return { statedPrice: computed, statedAmount: given, unitPrice: computed, amount: given };
}
