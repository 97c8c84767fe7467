/** A line of an order to HQ, in base units. */
export interface PurchaseQuantities {
  readonly quantity: number;
  /** What HQ said it will send; null until it said. Counts instead of what was ordered. */
  readonly confirmed: number | null;
  readonly received: number;
}

/** A line of an order of a customer, in base units. */
export interface CustomerQuantities {
  readonly quantity: number;
  readonly issued: number;
}

/** What HQ owes of a line in all: what it confirmed, else what was ordered. */
export function dueOfPurchase({ quantity, confirmed }: PurchaseQuantities): number {
  return confirmed ?? quantity;
}

/**
 * What is still to come of a line, and counts as 在途 while its order is on its way. What came in excess of it is owed by no other
 * line. The one rule; `sqlOpenOfPurchaseLine` in db says the same.
 */
export function openOfPurchase(line: PurchaseQuantities): number {
  return Math.max(0, dueOfPurchase(line) - line.received);
}

/** What a customer still waits for of a line, and what is reserved for it. `sqlOpenOfCustomerLine` in db says the same. */
export function openOfCustomer({ quantity, issued }: CustomerQuantities): number {
  return Math.max(0, quantity - issued);
}

/** A confirmed total over several lines of one product: each gets what was ordered of it, the last one what is left or more. */
export function shareConfirmed(ordered: readonly number[], total: number): number[] {
  let left = total;
  return ordered.map((quantity, index) => {
    const share = index === ordered.length - 1 ? left : Math.min(left, quantity);
    left -= share;
    return share;
  });
}
