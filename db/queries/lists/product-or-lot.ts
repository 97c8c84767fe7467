import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { searchPatterns } from '../search-text.ts';
import { anyOf } from './paging.ts';
import type { Condition } from './paging.ts';

/**
 * Every word must be found in the product (code, name, barcode, pinyin) or in one of the other expressions. The products that fit
 * are looked up once, not for each of their batches.
 */
export function productOrLot(
  search: string,
  productId: RawBuilder<unknown>,
  ...others: readonly RawBuilder<unknown>[]
): Condition[] {
  const like = (expression: RawBuilder<unknown>, pattern: string): Condition =>
    sql`${expression} LIKE ${pattern} ESCAPE '\\'`;
  return searchPatterns(search).map((patterns) =>
    anyOf(
      patterns.flatMap((pattern) => [
        sql`${productId} IN (SELECT id FROM product WHERE ${like(sql`search_text`, pattern)})`,
        ...others.map((expression) => like(expression, pattern)),
      ]),
    ),
  );
}
