declare const quantityBrand: unique symbol;

/** A number of base units (支, 盒 …) of one product, always an integer; negative only where a movement takes stock out. */
export type Quantity = number & { readonly [quantityBrand]: true };

/** More of one product than any distributor has: a larger number is a typing error, a barcode in the wrong field mostly. */
export const largestQuantity = 1_000_000_000;

/** Brands an integer quantity. Throws a RangeError when it is not a safe integer. */
export function quantity(value: number): Quantity {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer quantity: ${value}`);
  return (value === 0 ? 0 : value) as Quantity;
}

/** The smallest multiple of `step` that is not below `value`. `step` ≥ 1. */
export function roundUpToMultiple(value: number, step: number): Quantity {
  return quantity(Math.ceil(value / step) * step);
}

/** `1248` → `1,248`. */
export function formatQuantity(value: number): string {
  return String(value).replace(/^(-?\d+)/u, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/gu, ','));
}
