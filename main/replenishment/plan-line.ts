import type { ProductForecast } from '#app/forecast/types.ts';
import { planTransfers } from '#app/replenishment/balance.ts';
import type { Transfer } from '#app/replenishment/balance.ts';
import { resolveTerms } from '#app/replenishment/resolve-terms.ts';
import type { ResolvedTerms } from '#app/replenishment/resolve-terms.ts';
import { mostBeforeExpiry } from '#app/replenishment/shelf-life.ts';
import { suggestReorder } from '#app/replenishment/suggest.ts';
import type { OrderLine } from '#app/replenishment/whole-order.ts';
import type { ComputedLine } from '#db/queries/reorder-insert.ts';

import type { PlanFacts } from './plan-facts.ts';

/** What a plan knows of a product. Prices in fen. */
export interface PlannedProduct {
  readonly id: string;
  readonly category: string;
  readonly leadDays: number | null;
  readonly packSize: number;
  readonly moq: number;
  readonly shelfLifeDays: number | null;
  readonly listPrice: number | null;
  readonly purchasePrice: number | null;
}

/** A line before the whole order is looked at, and as the whole order sees it. */
export interface PlannedLine {
  readonly line: ComputedLine;
  readonly order: OrderLine;
}

export function termsOf(product: PlannedProduct, facts: PlanFacts): ResolvedTerms {
  const supplierId = facts.suppliers.get(product.id) ?? facts.headquartersId;
  return resolveTerms({ ...product, supplierId }, facts.parameters, facts.policies);
}

/** What follows from the forecast of one product. Pure. */
export function planLine(
  product: PlannedProduct,
  terms: ResolvedTerms,
  forecast: ProductForecast,
  facts: PlanFacts,
): PlannedLine {
  const available = facts.available.get(product.id) ?? 0;
  const onOrder = facts.onOrder.get(product.id) ?? 0;
  const { moq, packSize, arrivalDays, horizonDays, ...kept } = terms;
  const days = { leadDays: arrivalDays, reviewDays: horizonDays - arrivalDays };
  const closureDays = horizonDays - terms.leadDays - terms.reviewDays;
  const most = mostOf(product, terms, forecast, facts);
  const input = {
    perWeek: forecast.perWeek,
    horizonSigma: forecast.horizonSigma,
    ...days,
    closureDays,
    leadSigma: terms.leadSigma,
    effects: forecast.effects,
    serviceLevel: terms.serviceLevel,
    available,
    onOrder,
    moq,
    packSize,
    most,
  };
  const alone = suggestReorder(input);
  const transfers = transfersOf(product, alone.need, packSize, facts);
  const transferred = transfers.reduce((sum, { quantity }) => sum + quantity, 0);
  const { parts, suggested, safetyStock, demandPerDay } =
    transferred === 0 ? alone : suggestReorder({ ...input, transferred });
  return {
    line: {
      productId: product.id,
      forecast,
      available,
      onOrder,
      ...days,
      demandPerDay,
      safetyStock,
      suggested,
      parts,
      moq,
      packSize,
      terms: { ...kept, closureDays, transfers, riskUnits: 0, riskAmount: 0 },
    },
    order: {
      suggested,
      position: available + onOrder,
      demandPerDay,
      demand: {
        mean: demandPerDay * horizonDays,
        sigma: Math.hypot(forecast.horizonSigma, demandPerDay * terms.leadSigma),
      },
      moq,
      packSize,
      price: product.purchasePrice ?? product.listPrice,
      lostUnit: lostUnitOf(product, terms),
      most,
    },
  };
}

function transfersOf(
  { id }: PlannedProduct,
  need: number,
  packSize: number,
  { warehouses }: PlanFacts,
): Transfer[] {
  return planTransfers(warehouses.get(id) ?? [], need, packSize);
}

function mostOf(
  product: PlannedProduct,
  { shelfLifeCap, arrivalDays }: ResolvedTerms,
  { weeks, perWeek }: ProductForecast,
  facts: PlanFacts,
): number | undefined {
  if (!shelfLifeCap || product.shelfLifeDays === null) return undefined;
  return mostBeforeExpiry({
    day: facts.stockDay,
    arrivalDays,
    shelfLifeDays: product.shelfLifeDays,
    weeks,
    perWeek,
    available: facts.available.get(product.id) ?? 0,
    onOrder: facts.onOrder.get(product.id) ?? 0,
    batches: facts.batches.get(product.id) ?? [],
  });
}

/** The policy's cost of a lost unit, else the margin; the whole price where only one price is known. */
function lostUnitOf({ listPrice, purchasePrice }: PlannedProduct, { lostUnit }: ResolvedTerms): number {
  if (lostUnit !== null) return lostUnit;
  if (listPrice !== null && purchasePrice !== null && listPrice > purchasePrice)
    return listPrice - purchasePrice;
  return purchasePrice ?? listPrice ?? 0;
}
