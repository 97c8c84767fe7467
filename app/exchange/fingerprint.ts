import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';

/** What makes a sales line the line it is, after repairs and before anything is filled in from the product list. */
export interface LineIdentity {
  readonly orderNumber: string;
  readonly day: BusinessDay;
  readonly customerCode: string;
  readonly productCode: string;
  readonly quantity: number;
  readonly unitPrice: Fen | null;
  readonly amount: Fen | null;
}

const divider = '\u001F';

/**
 * The key under which the same line is known again in any file and formatting. An amount that price times quantity gives is
 * not written, so that a line with a computed amount has the key of the same line with the amount stated.
 */
export function lineKey(line: LineIdentity): string {
  const { unitPrice, amount, quantity } = line;
  const money = unitPrice === null ? amount : amount === unitPrice * quantity ? null : amount;
  return (
    stem(line) +
    divider +
    (unitPrice === null ? '' : String(unitPrice)) +
    divider +
    (money === null ? '' : String(money))
  );
}

/** The key of the line had it stated neither price nor amount: a later file may bring them. */
export function unpricedLineKey(line: LineIdentity): string {
  return stem(line) + divider + divider;
}

/** The second and later lines of one file with the same key, where all of them are wanted. */
export function occurrenceKey(key: string, occurrence: number): string {
  return occurrence <= 1 ? key : `${key}#${occurrence}`;
}

function stem({ orderNumber, day, customerCode, productCode, quantity }: LineIdentity): string {
  return (
    orderNumber + divider + day + divider + customerCode + divider + productCode + divider + String(quantity)
  );
}
