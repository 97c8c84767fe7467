import { addDays, daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import { arrivalDay } from './lead-time.ts';
import type { Closure, MeasuredLead } from './lead-time.ts';
import { criticalRatio } from './policy.ts';
import type { PolicyScope, PolicyTerms, ReorderPolicy } from './policy.ts';

/** Where a term comes from: a policy, the product's or the supplier's own data, or the settings. */
export type TermSource = PolicyScope | 'card' | 'partner' | 'settings';

export interface ReplenishedProduct {
  readonly id: string;
  readonly category: string;
  readonly supplierId: string;
  readonly leadDays: number | null;
  readonly moq: number;
  readonly packSize: number;
}

/** What holds where no policy says otherwise. */
export interface CommonTerms {
  readonly asOf: BusinessDay;
  readonly reviewDays: number;
  readonly defaultLeadDays: number;
  readonly serviceLevel: number;
}

/** The terms of one product, and where each comes from. */
export interface ResolvedTerms {
  readonly reviewDays: number;
  /** Without closures. */
  readonly leadDays: number;
  /** Standard deviation of the lead time, days; 0 where it was not measured. */
  readonly leadSigma: number;
  /** Receipts that it was measured from; null where it was not. */
  readonly leadReceipts: number | null;
  readonly serviceLevel: number;
  readonly newsvendor: boolean;
  /** Fen: what a unit costs that could not be sold; null where no policy says. */
  readonly lostUnit: number | null;
  readonly moq: number;
  readonly packSize: number;
  readonly shelfLifeCap: boolean;
  /** Days until what is ordered now arrives, closures included. */
  readonly arrivalDays: number;
  /** Days until what is ordered at the next look arrives: what stock has to last for. */
  readonly horizonDays: number;
  readonly sources: Readonly<
    Record<'review' | 'lead' | 'service' | 'moq' | 'pack' | 'shelfLife', TermSource>
  >;
}

export interface PolicyFacts {
  /** Looked up by {@link policyKey}. */
  readonly policies: ReadonlyMap<string, ReorderPolicy>;
  /** By product and by supplier id. */
  readonly measured: ReadonlyMap<string, MeasuredLead>;
  readonly partnerLeadDays: ReadonlyMap<string, number>;
  /** By supplier id. */
  readonly closures: ReadonlyMap<string, readonly Closure[]>;
}

export function policyKey(scope: PolicyScope, of: string): string {
  return `${scope} ${of}`;
}

/** The policies that a product falls under, the most specific first. */
export function policiesOf(
  product: Pick<ReplenishedProduct, 'id' | 'category' | 'supplierId'>,
  policies: PolicyFacts['policies'],
): ReorderPolicy[] {
  const keys = [
    policyKey('product', product.id),
    ...(product.category === '' ? [] : [policyKey('category', product.category)]),
    policyKey('supplier', product.supplierId),
    policyKey('default', ''),
  ];
  return keys.flatMap((key) => policies.get(key) ?? []);
}

/** Each term from the most specific policy that says it; what stands on a product's card is less specific only than its own policy. */
export function resolveTerms(
  product: ReplenishedProduct,
  common: CommonTerms,
  facts: PolicyFacts,
): ResolvedTerms {
  const policies = policiesOf(product, facts.policies);
  const review = firstSaid(policies, (terms) => terms.reviewDays);
  const reviewDays = review?.value ?? common.reviewDays;
  const lead = leadOf(product, policies, common, facts);
  const service = firstSaid(policies, levelOf);
  const cap = firstSaid(policies, (terms) => terms.shelfLifeCap);
  const moq = sizeOf(policies, (terms) => terms.moq, product.moq);
  const pack = sizeOf(policies, (terms) => terms.packSize, product.packSize);
  const closures = facts.closures.get(product.supplierId) ?? [];
  const until = (days: number): number =>
    daysBetween(common.asOf, arrivalDay(addDays(common.asOf, days), closures));
  return {
    reviewDays,
    leadDays: lead.days,
    leadSigma: lead.sigma,
    leadReceipts: lead.receipts,
    serviceLevel: service?.value.level ?? common.serviceLevel,
    newsvendor: service?.value.newsvendor ?? false,
    lostUnit: firstSaid(policies, (terms) => terms.lostUnit)?.value ?? null,
    moq: moq.value,
    packSize: pack.value,
    shelfLifeCap: cap?.value ?? true,
    arrivalDays: until(lead.days),
    horizonDays: until(reviewDays + lead.days),
    sources: {
      review: review?.source ?? 'settings',
      lead: lead.source,
      service: service?.source ?? 'settings',
      moq: moq.source,
      pack: pack.source,
      shelfLife: cap?.source ?? 'settings',
    },
  };
}

interface Said<Value> {
  readonly value: Value;
  readonly source: TermSource;
}

function firstSaid<Value>(
  policies: readonly ReorderPolicy[],
  of: (terms: PolicyTerms) => Value | null,
): Said<Value> | undefined {
  for (const { scope, terms } of policies) {
    const value = of(terms);
    if (value !== null) return { value, source: scope };
  }
  return undefined;
}

function levelOf(terms: PolicyTerms): { level: number; newsvendor: boolean } | null {
  const { target, serviceLevel, lostUnit, leftUnit } = terms;
  if (target === 'newsvendor' && lostUnit !== null && leftUnit !== null)
    return { level: criticalRatio(lostUnit, leftUnit), newsvendor: true };
  return serviceLevel === null ? null : { level: serviceLevel, newsvendor: false };
}

/** On the card 1 is what nobody filled in. */
function sizeOf(
  policies: readonly ReorderPolicy[],
  of: (terms: PolicyTerms) => number | null,
  card: number,
): Said<number> {
  const said = firstSaid(policies, of);
  if (said !== undefined && (said.source === 'product' || card === 1)) return said;
  return { value: card, source: 'card' };
}

interface Lead {
  readonly days: number;
  readonly sigma: number;
  readonly receipts: number | null;
  readonly source: TermSource;
}

const stated = (days: number, source: TermSource): Lead => ({ days, sigma: 0, receipts: null, source });

function leadOf(
  product: ReplenishedProduct,
  policies: readonly ReorderPolicy[],
  { defaultLeadDays }: CommonTerms,
  { measured, partnerLeadDays }: PolicyFacts,
): Lead {
  const found = measured.get(product.id) ?? measured.get(product.supplierId);
  const card = product.leadDays;
  const partner = partnerLeadDays.get(product.supplierId);
  for (const { scope, terms } of policies) {
    const { leadSource, leadDays } = terms;
    if (leadSource === null) continue;
    // What was measured is asked for by name: it counts even where the card says something else.
    if (leadSource === 'measured' && found !== undefined)
      return { days: Math.round(found.mean), sigma: found.sigma, receipts: found.receipts, source: scope };
    // Too few receipts to measure from: the days beside it count, if there are any.
    if (leadDays === null) continue;
    if (scope === 'product') return stated(leadDays, scope);
    if (card !== null) return stated(card, 'card');
    return scope === 'default' && partner !== undefined
      ? stated(partner, 'partner')
      : stated(leadDays, scope);
  }
  if (card !== null) return stated(card, 'card');
  return partner === undefined ? stated(defaultLeadDays, 'settings') : stated(partner, 'partner');
}
