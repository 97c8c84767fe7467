import type { BusinessDay } from '#app/core/business-day.ts';
import { query } from '../api/client.ts';

export interface FoundProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly barcode: string | null;
}

/** What a text that was typed or scanned means. */
export interface FoundByText {
  readonly product: FoundProduct;
  /** Base units that a scan stands for, as a case of twelve; null where the text does not say. */
  readonly quantity: number | null;
  /** That the code on the box names. */
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
}

const matchLimit = 8;
const longestScan = 512;

export function productSearch(text: string) {
  return { search: text, page: 1, pageSize: matchLimit, filters: {} };
}

/**
 * The product that is meant: the one that the code, barcode or case code names, or the only one found; several where the person
 * has to choose. A scanner types faster than suggestions can appear.
 */
export async function findProduct(text: string): Promise<FoundByText | readonly FoundProduct[]> {
  const { matches } = await query('stock.scan', { text: text.slice(0, longestScan) });
  const [match] = matches;
  if (match !== undefined) {
    if (matches.length > 1) return matches.map(({ product }) => product);
    const { product, by, quantity, lot, productionDay, expiryDay } = match;
    const counted = by === 'pack' || by === 'case' ? quantity : null;
    return { product, quantity: counted, lot: lot?.code ?? null, productionDay, expiryDay };
  }
  const { rows } = await query('products.list', productSearch(text));
  const [only] = rows;
  return only !== undefined && rows.length === 1 ? plainly(only) : rows;
}

/** Chosen by hand from a list. */
export function plainly(product: FoundProduct): FoundByText {
  return { product, quantity: null, lot: null, productionDay: null, expiryDay: null };
}
