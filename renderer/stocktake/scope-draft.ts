import type { CountScope, ValueClass } from '#app/stock/count-scope.ts';

export interface ChosenProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A scope while it is being put together: every kind keeps what was chosen, whichever is looked at. */
export interface ScopeDraft {
  readonly kind: CountScope['kind'];
  readonly categories: readonly string[];
  readonly classes: readonly ValueClass[];
  readonly products: readonly ChosenProduct[];
  readonly withZero: boolean;
}

export const blankScope: ScopeDraft = {
  kind: 'all',
  categories: [],
  classes: ['A'],
  products: [],
  withZero: false,
};

/** Undefined while nothing is chosen. */
export function scopeOf({
  kind,
  categories,
  classes,
  products,
  withZero,
}: ScopeDraft): CountScope | undefined {
  switch (kind) {
    case 'all':
      return { kind, withZero };
    case 'category':
      return categories.length === 0 ? undefined : { kind, categories: [...categories], withZero };
    case 'class':
      return classes.length === 0 ? undefined : { kind, classes: [...classes], withZero };
    case 'products':
      return products.length === 0 ? undefined : { kind, productIds: products.map(({ id }) => id), withZero };
  }
}
