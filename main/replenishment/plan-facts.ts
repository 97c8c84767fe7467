import type { BusinessDay } from '#app/core/business-day.ts';
import type { WarehouseStock } from '#app/replenishment/balance.ts';
import { policyKey } from '#app/replenishment/resolve-terms.ts';
import type { PolicyFacts } from '#app/replenishment/resolve-terms.ts';
import type { ReorderParameters } from '#app/replenishment/types.ts';
import type { OrderTerms } from '#app/replenishment/whole-order.ts';
import type { ExpiringStock } from '#app/stock/expiry-risk.ts';
import { availableByProduct } from '#db/queries/demand.ts';
import { getHeadquarters } from '#db/queries/headquarters.ts';
import { readPolicyFacts, supplierByProduct } from '#db/queries/policy-facts.ts';
import { expiringByProduct } from '#db/queries/stock/expiry-risks.ts';
import { comingByProduct } from '#db/queries/stock/on-order.ts';
import { stockByWarehouse } from '#db/queries/warehouse-balance.ts';
import type { ReadAccess } from '#db/store.ts';

/** What a plan is worked out from, beside the forecasts. */
export interface PlanFacts {
  readonly parameters: ReorderParameters;
  /** What lies there is looked at on this day. */
  readonly stockDay: BusinessDay;
  readonly headquartersId: string;
  readonly policies: PolicyFacts;
  readonly suppliers: ReadonlyMap<string, string>;
  readonly available: ReadonlyMap<string, number>;
  readonly onOrder: ReadonlyMap<string, number>;
  readonly batches: ReadonlyMap<string, readonly ExpiringStock[]>;
  /** Empty with one own warehouse. */
  readonly warehouses: ReadonlyMap<string, readonly WarehouseStock[]>;
}

export type AskedTerm = 'reviewDays' | 'defaultLeadDays' | 'serviceLevel';

export async function readPlanFacts(
  db: ReadAccess,
  parameters: ReorderParameters,
  {
    stockDay,
    knownUntil,
    asked,
  }: {
    readonly stockDay: BusinessDay;
    readonly knownUntil: BusinessDay;
    readonly asked: readonly AskedTerm[];
  },
): Promise<PlanFacts> {
  return {
    parameters,
    stockDay,
    headquartersId: (await getHeadquarters(db)).id,
    policies: withoutDefault(await readPolicyFacts(db, parameters.asOf), asked),
    suppliers: await supplierByProduct(db),
    available: await availableByProduct(db, stockDay),
    onOrder: await comingByProduct(db),
    batches: await expiringByProduct(db, stockDay),
    warehouses: await stockByWarehouse(db, stockDay, knownUntil),
  };
}

/** What a person asked for takes the place of what the default policy says of it. */
function withoutDefault(facts: PolicyFacts, asked: readonly AskedTerm[]): PolicyFacts {
  const key = policyKey('default', '');
  const common = facts.policies.get(key);
  if (common === undefined || asked.length === 0) return facts;
  const terms = {
    ...common.terms,
    ...(asked.includes('reviewDays') ? { reviewDays: null } : {}),
    ...(asked.includes('defaultLeadDays') ? { leadSource: null, leadDays: null } : {}),
    ...(asked.includes('serviceLevel') ? { target: null, serviceLevel: null } : {}),
  };
  return { ...facts, policies: new Map([...facts.policies, [key, { ...common, terms }]]) };
}

/** The terms of the whole order: what was asked for, else HQ's policy, else the default one. */
export function orderTermsOf(
  facts: PlanFacts,
  asked: { readonly [Key in keyof OrderTerms]?: number | null },
): OrderTerms {
  const policies = [policyKey('supplier', facts.headquartersId), policyKey('default', '')];
  const said = (key: keyof OrderTerms): number | null => {
    const wanted = asked[key];
    if (wanted !== undefined) return wanted;
    for (const policy of policies) {
      const value = facts.policies.policies.get(policy)?.terms[key] ?? null;
      if (value !== null) return value;
    }
    return null;
  };
  return {
    budget: said('budget'),
    orderCartons: said('orderCartons'),
    orderAmount: said('orderAmount'),
  };
}
