import type { CalendarProblem } from '../core/calendar-problems.ts';
import { wholePrice } from './calendar-words.ts';
import type { PromotionScope } from './calendar-words.ts';
import { periodProblems } from './plan-period.ts';
import type { NamedPeriod } from './plan-period.ts';

export interface PromotedProduct {
  readonly productId: string;
  /** Its own, in basis points; null for the promotion's. */
  readonly discount: number | null;
}

/** A promotion as a person writes it. */
export interface PromotionDraft extends NamedPeriod {
  /** Taken off the price, in basis points; null where it is not known. */
  readonly discount: number | null;
  readonly scope: PromotionScope;
  /** '' unless the scope is a category. */
  readonly category: string;
  /** Empty unless the scope is chosen products. */
  readonly products: readonly PromotedProduct[];
  readonly note: string;
}

/** What a plan of a promotion needs to know of the store. */
export interface PromotionFacts {
  readonly categories: ReadonlySet<string>;
  /** Ids of the products that exist, of those that the draft names. */
  readonly products: ReadonlySet<string>;
}

/** Above nothing and below the whole price, in whole basis points. */
export function isDiscount(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value < wholePrice;
}

/**
 * A promotion as it is to be kept, with everything that is wrong with it; what belongs to another scope is left out. Nothing is
 * to be written while there are problems.
 */
export function planPromotion(
  draft: PromotionDraft,
  facts: PromotionFacts,
): { readonly promotion: PromotionDraft; readonly problems: readonly CalendarProblem[] } {
  const promotion: PromotionDraft = {
    ...draft,
    name: draft.name.trim(),
    note: draft.note.trim(),
    category: draft.scope === 'category' ? draft.category.trim() : '',
    products: draft.scope === 'products' ? draft.products : [],
  };
  const problems = [
    ...periodProblems(promotion),
    ...discountProblems(promotion.discount, null),
    ...(promotion.scope === 'category' ? categoryProblems(promotion, facts) : []),
    ...(promotion.scope === 'products' ? productProblems(promotion, facts) : []),
  ];
  return { promotion, problems };
}

function discountProblems(discount: number | null, line: number | null): CalendarProblem[] {
  if (discount === null || isDiscount(discount)) return [];
  const found = String(discount / 100);
  return [{ line, field: 'discount', code: 'discount.invalid', found, expected: '0.01 … 99.99' }];
}

function categoryProblems({ category }: PromotionDraft, { categories }: PromotionFacts): CalendarProblem[] {
  const problem = { line: null, field: 'category', found: category, expected: '' };
  if (category === '') return [{ ...problem, code: 'category.missing' }];
  return categories.has(category) ? [] : [{ ...problem, code: 'category.unknown' }];
}

function productProblems({ products }: PromotionDraft, facts: PromotionFacts): CalendarProblem[] {
  if (products.length === 0)
    return [{ line: null, field: 'products', code: 'products.none', found: '', expected: '' }];
  const lines = new Map<string, number>();
  return products.flatMap(({ productId, discount }, index) => {
    const line = index + 1;
    const before = lines.get(productId);
    lines.set(productId, before ?? line);
    const problem = { line, field: 'product', found: productId, expected: String(before ?? '') };
    return [
      ...(facts.products.has(productId) ? [] : [{ ...problem, code: 'product.unknown' as const }]),
      ...(before === undefined ? [] : [{ ...problem, code: 'product.repeated' as const }]),
      ...discountProblems(discount, line),
    ];
  });
}
