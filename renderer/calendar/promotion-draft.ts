import type { PromotionScope } from '#app/calendar/calendar-words.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { InputOf, OutputOf } from '../api/contract.ts';

export type StoredPromotion = OutputOf<'promotions.get'>;

/** A product that is chosen for a promotion, as it stands in the form. */
export interface ChosenProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Percent off; null for the promotion's own. */
  readonly percent: number | null;
}

export interface PromotionForm {
  readonly name: string;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  readonly percent: number | null;
  readonly scope: PromotionScope;
  readonly category: string;
  readonly products: readonly ChosenProduct[];
  readonly note: string;
}

const percentOf = (discount: number | null): number | null => (discount === null ? null : discount / 100);
const discountOf = (percent: number | null): number | null =>
  percent === null ? null : Math.round(percent * 100);

export function formOf(promotion: StoredPromotion | undefined, firstDay: BusinessDay): PromotionForm {
  return {
    name: promotion?.name ?? '',
    firstDay,
    lastDay: promotion?.lastDay ?? firstDay,
    percent: percentOf(promotion?.discount ?? null),
    scope: promotion?.scope ?? 'all',
    category: promotion?.category ?? '',
    products: (promotion?.products ?? []).map(({ productId, code, name, discount }) => ({
      id: productId,
      code,
      name,
      percent: percentOf(discount),
    })),
    note: promotion?.note ?? '',
  };
}

export function draftOf(form: PromotionForm): InputOf<'promotions.create'> {
  const { percent, products, ...head } = form;
  return {
    ...head,
    discount: discountOf(percent),
    products: products.map((one) => ({ productId: one.id, discount: discountOf(one.percent) })),
  };
}

/** What the person saw of the head, so that they can be told what changed since. */
export function seenOf(promotion: StoredPromotion) {
  const { id, version, name, firstDay, lastDay, discount, scope, category, note } = promotion;
  return { id, version, seen: { name, firstDay, lastDay, discount, scope, category, note } };
}

/** Nothing is missing that a person can be told of before saving. */
export function isReady({ name, firstDay, lastDay, scope, category, products }: PromotionForm): boolean {
  const covers = scope === 'all' || (scope === 'category' ? category !== '' : products.length > 0);
  return name.trim() !== '' && lastDay >= firstDay && covers;
}
