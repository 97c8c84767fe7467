import { query } from '../api/client.ts';
import type { OpeningProduct } from './opening-lines.ts';

export type FoundProduct = OpeningProduct & { readonly barcode: string | null };

const matchLimit = 8;

export function productSearch(text: string) {
  return { search: text, page: 1, pageSize: matchLimit, filters: {} };
}

/**
 * The one that is meant: the same code or barcode, or the only one found; `several` where the person has to choose. A scanner
 * types faster than suggestions can appear.
 */
export async function findProduct(text: string): Promise<FoundProduct | 'several' | undefined> {
  const { rows } = await query('products.list', productSearch(text));
  const found = rows as readonly FoundProduct[];
  const wanted = text.toUpperCase();
  const exact = found.find((row) => row.code.toUpperCase() === wanted || row.barcode === wanted);
  return exact ?? (found.length > 1 ? 'several' : found[0]);
}

/** As a line keeps it. */
export function openingProduct({ id, code, name, unit }: FoundProduct): OpeningProduct {
  return { id, code, name, unit };
}
