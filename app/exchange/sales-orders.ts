import type { BusinessDay } from '../core/business-day.ts';
import type { PlannedSalesLine, PlannedSalesOrder } from './planned-types.ts';
import type { RowCursor } from './row-cursor.ts';

/** What the lines of one order have in common. */
export interface OrderHead {
  readonly number: string;
  readonly day: BusinessDay;
  readonly customerCode: string | null;
  readonly region: string;
  readonly province: string;
  readonly city: string;
}

interface OrderDraft extends OrderHead {
  readonly sheet: string;
  readonly lines: PlannedSalesLine[];
}

/** Gathers lines into orders: one for each order number, customer and day of a sheet. */
export interface OrderBook {
  add(cursor: RowCursor, head: OrderHead, line: PlannedSalesLine): void;
  orders(): readonly PlannedSalesOrder[];
}

function told({ day, customerCode }: OrderHead): string {
  return customerCode === null ? day : `${customerCode} ${day}`;
}

function sameHead(order: OrderHead, head: OrderHead): boolean {
  return order.day === head.day && order.customerCode === head.customerCode;
}

export function createOrderBook(sheet: string): OrderBook {
  const all: OrderDraft[] = [];
  const firstOfNumber = new Map<string, OrderDraft>();
  /** Orders beyond the first of their number. */
  const further = new Map<string, OrderDraft>();

  const open = (head: OrderHead): OrderDraft => {
    const order = { sheet, ...head, lines: [] };
    all.push(order);
    return order;
  };
  const orderOf = (cursor: RowCursor, head: OrderHead): OrderDraft => {
    const first = firstOfNumber.get(head.number);
    if (first === undefined) {
      const order = open(head);
      firstOfNumber.set(head.number, order);
      return order;
    }
    if (sameHead(first, head)) return first;
    const key = `${head.number}\u001F${head.customerCode ?? ''}\u001F${head.day}`;
    const known = further.get(key);
    if (known !== undefined) return known;
    const order = open(head);
    further.set(key, order);
    // One number for several customers or days: told once for each order it is divided into beyond the first.
    if (head.number !== '') {
      cursor.note('orderNumber', 'order.mixed', {
        found: `${head.number} ${told(head)}`,
        expected: told(first),
      });
    }
    return order;
  };
  return {
    add: (cursor, head, line) => void orderOf(cursor, head).lines.push(line),
    orders: () => all,
  };
}
