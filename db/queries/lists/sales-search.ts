import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { ListQuery } from '#app/core/listing.ts';

import type { ReadAccess } from '../../store.ts';
import { containing, searchPatterns, searchWords } from '../search-text.ts';
import { anyOf, filterOf } from './paging.ts';
import type { Condition } from './paging.ts';

/** On a walk through the days a list counts so far and then says “at least so many”. */
export const totalCap = 2000;

/** What matches no more than this is gone to directly, and counted wholly. */
export const narrowCap = 5000;

/** One thing asked of a sales line `s`, in the two ways it can be asked. */
export interface SalesTerm {
  /** Goes from what matches to its lines; quick where few lines match. */
  readonly find: Condition;
  /** Looks at one line after the other; quick where many match. */
  readonly walk: Condition;
  /** How many match: lines for products, orders for the rest. Not counted beyond {@link narrowCap}. */
  readonly matches: number;
}

export function isNarrow(term: SalesTerm): boolean {
  return term.matches <= narrowCap;
}

/** Words and filters that can lead to lines: products, customers, order numbers. */
export async function salesSearchTerms(db: ReadAccess, query: ListQuery): Promise<SalesTerm[]> {
  const terms: SalesTerm[] = [];
  const patterns = searchPatterns(query.search);
  for (const [index, word] of searchWords(query.search).entries()) {
    terms.push(await wordTerm(db, word, patterns[index] ?? []));
  }
  const product = filterOf(query, 'product');
  if (product !== undefined) terms.push(await productTerm(db, sql`${product}`));
  const customer = filterOf(query, 'customer');
  if (customer !== undefined) terms.push(await orderTerm(db, sql`o.partner_id = ${customer}`));
  const category = filterOf(query, 'category');
  if (category !== undefined)
    terms.push(await productTerm(db, sql`SELECT id FROM product WHERE category = ${category}`));
  return terms;
}

async function wordTerm(db: ReadAccess, word: string, patterns: readonly string[]): Promise<SalesTerm> {
  const products = await productTerm(
    db,
    sql`SELECT id FROM product WHERE search_text LIKE ${containing(word)} ESCAPE '\\'`,
  );
  const customers = await orderTerm(
    db,
    sql`o.partner_id IN (SELECT id FROM partner WHERE kind = 'customer' AND ${anyOf(
      patterns.map((like) => sql`(code LIKE ${like} ESCAPE '\\' OR name LIKE ${like} ESCAPE '\\')`),
    )})`,
  );
  const numbers = await orderTerm(db, numberBeginsWith(word));
  const parts = [products, customers, numbers].filter((part) => part.matches > 0);
  if (parts.length === 0) return { find: sql`FALSE`, walk: sql`FALSE`, matches: 0 };
  return {
    find: anyOf(parts.map((part) => part.find)),
    walk: anyOf(parts.map((part) => part.walk)),
    matches: parts.reduce((sum, part) => sum + part.matches, 0),
  };
}

async function productTerm(db: ReadAccess, ids: RawBuilder<unknown>): Promise<SalesTerm> {
  const condition = sql<boolean>`s.product_id IN (${ids})`;
  return {
    find: condition,
    walk: sql`+s.product_id IN (${ids})`,
    matches: await atMost(db, sql`SELECT 1 FROM sales_line AS s WHERE ${condition}`),
  };
}

async function orderTerm(db: ReadAccess, orders: Condition): Promise<SalesTerm> {
  return {
    find: sql`s.order_id IN (SELECT o.id FROM sales_order AS o WHERE ${orders})`,
    walk: sql`EXISTS (SELECT 1 FROM sales_order AS o WHERE o.id = s.order_id AND ${orders})`,
    matches: await atMost(db, sql`SELECT 1 FROM sales_order AS o WHERE ${orders}`),
  };
}

/** Order numbers are kept as they came: as typed in capitals or in small letters. */
function numberBeginsWith(word: string): Condition {
  const range = (from: string) => sql`(o.number >= ${from} AND o.number < ${`${from}\u{10FFFF}`})`;
  return sql`(${range(word)} OR ${range(word.toUpperCase())})`;
}

async function atMost(db: ReadAccess, rows: RawBuilder<unknown>): Promise<number> {
  const counted = await sql<{
    n: number;
  }>`SELECT count(*) AS n FROM (${rows} LIMIT ${narrowCap + 1})`.execute(db);
  return counted.rows[0]?.n ?? 0;
}
