import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ProductKind } from '#app/stock/stock-words.ts';

import type { ReadAccess, WriteAccess } from '../store.ts';
import { getProduct } from './products.ts';

export interface SetPart {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: ProductKind;
  /** Base units of it in one set, or of the product at hand in the set that this is. */
  readonly quantity: number;
  readonly onHand: number;
  /** Fen a unit; null where nothing is on hand. */
  readonly averageCost: Fen | null;
}

export interface ProductParts {
  /** What the product is made of. */
  readonly components: readonly SetPart[];
  /** The sets that it is part of. */
  readonly usedIn: readonly SetPart[];
}

export async function partsOfProduct(db: ReadAccess | WriteAccess, id: string): Promise<ProductParts> {
  const parts = async (of: 'components' | 'usedIn'): Promise<SetPart[]> => {
    const [mine, other] = of === 'components' ? ['set_id', 'component_id'] : ['component_id', 'set_id'];
    const { rows } = await sql<SetPart>`
      SELECT p.id AS productId, p.code, p.name, p.unit, p.kind, c.quantity,
        (SELECT ifnull(sum(quantity), 0) FROM stock_pool WHERE product_id = p.id) AS onHand,
        (SELECT CASE WHEN sum(quantity) > 0 THEN CAST(round(1.0 * sum(cost_fen) / sum(quantity)) AS INTEGER) END
          FROM stock_pool WHERE product_id = p.id) AS averageCost
      FROM product_component AS c JOIN product AS p ON p.id = c.${sql.ref(other ?? '')}
      WHERE c.${sql.ref(mine ?? '')} = ${id} ORDER BY p.code`.execute(db);
    return rows;
  };
  return { components: await parts('components'), usedIn: await parts('usedIn') };
}

export interface ComponentsToSave {
  readonly id: string;
  readonly version: number;
  readonly components: readonly { readonly productId: string; readonly quantity: number }[];
}

/**
 * Replaces what a set is made of, on the version that the person saw; gives the new version. Fails with `notFound`,
 * `edit.conflict`, and with `product.components` for what is no set, for a part that is named twice, unknown, the set itself, or
 * made of it in turn.
 */
export async function saveComponents(
  trx: WriteAccess,
  { id, version, components }: ComponentsToSave,
  now: Date,
): Promise<number> {
  const { name, kind, version: current } = await getProduct(trx, id);
  if (current !== version) throw appError('edit.conflict', { what: 'product', name });
  if (kind !== 'set') throw appError('product.components', { name, reason: 'notSet', part: '' });
  const seen = new Set<string>();
  for (const { productId } of components) {
    const part = await getProduct(trx, productId);
    const refuse = (reason: 'repeated' | 'circle') =>
      appError('product.components', { name, reason, part: part.code });
    if (seen.has(productId)) throw refuse('repeated');
    if (await isMadeOf(trx, productId, id)) throw refuse('circle');
    seen.add(productId);
  }
  await trx.deleteFrom('product_component').where('set_id', '=', id).execute();
  if (components.length > 0)
    await trx
      .insertInto('product_component')
      .values(
        components.map(({ productId, quantity }) => ({ set_id: id, component_id: productId, quantity })),
      )
      .execute();
  await trx
    .updateTable('product')
    .set({ version: version + 1, updated_at: now.toISOString() })
    .where('id', '=', id)
    .execute();
  return version + 1;
}

/** Whether a product is another one, or has it among its parts at whatever depth. */
async function isMadeOf(trx: WriteAccess, productId: string, partId: string): Promise<boolean> {
  const { rows } = await sql<{ found: 0 | 1 }>`
    WITH RECURSIVE part(id) AS (
      VALUES (${productId}) UNION SELECT c.component_id FROM product_component AS c JOIN part ON c.set_id = part.id
    ) SELECT EXISTS (SELECT 1 FROM part WHERE id = ${partId}) AS found`.execute(trx);
  return rows[0]?.found === 1;
}
