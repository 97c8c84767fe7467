/** Basis points as percent, without zeros that say nothing: `20%`, `12.5%`. */
export function discountText(discount: number): string {
  return `${String(discount / 100)}%`;
}
