import { z } from 'zod';

/** Products by their share of sales; see {@link classifyByValue}. */
export const valueClasses = ['A', 'B', 'C'] as const;
export type ValueClass = (typeof valueClasses)[number];

/** What a stocktake counts. Kept with it as JSON. */
export const countScope = z.intersection(
  z.union([
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('category'), categories: z.array(z.string().max(200)).min(1).max(200) }),
    z.object({ kind: z.literal('class'), classes: z.array(z.enum(valueClasses)).min(1) }),
    z.object({ kind: z.literal('products'), productIds: z.array(z.uuid()).min(1).max(20_000) }),
  ]),
  z.object({
    /** Also products in use of which nothing lies in the warehouse. */
    withZero: z.boolean().default(false),
  }),
);
export type CountScope = z.output<typeof countScope>;

/** What the screens show of a scope; the chosen products only by their number. */
export interface CountScopeView {
  readonly kind: CountScope['kind'];
  readonly categories: readonly string[];
  readonly classes: readonly ValueClass[];
  readonly products: number;
  readonly withZero: boolean;
}

export function scopeView(scope: CountScope): CountScopeView {
  return {
    kind: scope.kind,
    categories: scope.kind === 'category' ? scope.categories : [],
    classes: scope.kind === 'class' ? scope.classes : [],
    products: scope.kind === 'products' ? scope.productIds.length : 0,
    withZero: scope.withZero,
  };
}
