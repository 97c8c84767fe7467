import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { criticalRatio } from '#app/replenishment/policy.ts';
import type { PolicyTerms } from '#app/replenishment/policy.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import type { RowOf } from '../../api/contract.ts';

export type PolicyRow = RowOf<'policies.list'>;

export function percentText(level: number): string {
  return `${Number((level * 100).toFixed(1))}%`;
}

/** What a policy is about, as a person calls it. */
export function policyName(row: Pick<PolicyRow, 'scope' | 'code' | 'name'>, t: Catalogue): string {
  if (row.scope === 'default') return t.reorderPolicies.everything;
  return row.scope === 'category' ? row.name : `${row.code} ${row.name}`;
}

/** Each term in words; empty where another policy says it. */
export function termTexts(terms: PolicyTerms, t: Catalogue) {
  const words = t.reorderPolicies;
  const days = (count: number): string => words.days({ days: formatQuantity(count) });
  const money = (amount: number): string => formatFen(fen(amount));
  return {
    review: terms.reviewDays === null ? '' : days(terms.reviewDays),
    lead: leadText(terms, t),
    target: targetText(terms, t),
    moq: terms.moq === null ? '' : formatQuantity(terms.moq),
    packSize: terms.packSize === null ? '' : formatQuantity(terms.packSize),
    shelfLife: terms.shelfLifeCap === null ? '' : terms.shelfLifeCap ? words.capped : words.uncapped,
    order: [
      ...(terms.orderAmount === null ? [] : [words.free({ amount: money(terms.orderAmount) })]),
      ...(terms.orderCartons === null ? [] : [words.cartons({ count: formatQuantity(terms.orderCartons) })]),
      ...(terms.budget === null ? [] : [words.budget({ amount: money(terms.budget) })]),
    ].join(' · '),
  };
}

function leadText({ leadSource, leadDays }: PolicyTerms, t: Catalogue): string {
  const words = t.reorderPolicies;
  if (leadSource === null) return '';
  const days = leadDays === null ? undefined : formatQuantity(leadDays);
  if (leadSource === 'own') return days === undefined ? '' : words.days({ days });
  return days === undefined ? words.measured : words.measuredElse({ days });
}

function targetText({ target, serviceLevel, lostUnit, leftUnit }: PolicyTerms, t: Catalogue): string {
  if (target === 'newsvendor' && lostUnit !== null && leftUnit !== null)
    return t.reorderPolicies.newsvendor({ percent: percentText(criticalRatio(lostUnit, leftUnit)) });
  return serviceLevel === null ? '' : percentText(serviceLevel);
}
