import { allocate } from '#app/stock/allocate.ts';
import { valueEntries } from '#app/stock/valuation.ts';
import type { EntryToValue, Pool, UnitCost } from '#app/stock/valuation.ts';

import { bulkChunk, yieldToOthers } from '../../bulk.ts';
import type { Pools } from './pools.ts';
import type { StockDocumentToPost, StockLineToPost } from './posting-types.ts';

/** A line with what it costs. */
export interface ValuedLine extends StockLineToPost {
  readonly costFen: number;
}

/**
 * What every line of the document costs, with the variances that its pools need as lines of their own behind it. `pools` are
 * left as they are after the document.
 */
export async function valueLines(
  document: Pick<StockDocumentToPost, 'lines' | 'reversesId'>,
  pools: Pools,
): Promise<ValuedLine[]> {
  const { lines } = document;
  const isReversal = (document.reversesId ?? null) !== null;
  const costs: number[] = Array.from({ length: lines.length }, () => 0);
  const variances: ValuedLine[] = [];
  const isBrought = (line: StockLineToPost): boolean =>
    line.link !== undefined && line.quantity > 0 && line.costFen === null;
  const value = async (indexes: readonly number[], given: (index: number) => number | null) => {
    for (const [done, group] of byPool(lines, indexes).entries()) {
      if (done % bulkChunk === bulkChunk - 1) await yieldToOthers();
      const first = lines[group[0] ?? 0];
      if (first === undefined) continue;
      const { productId, warehouseId } = first;
      const entries = group.map((index) => ({
        quantity: lines[index]?.quantity ?? 0,
        cost: given(index),
      }));
      const pool = pools.get(productId, warehouseId);
      const fallback = needsLastCost(pool, entries) ? await pools.lastCost(productId) : null;
      const valued = valueEntries(pool, entries, fallback, isReversal);
      pools.set(productId, warehouseId, valued.pool);
      for (const [place, index] of group.entries()) {
        costs[index] = valued.costs[place] ?? 0;
        noteInflow(pools, lines[index], valued.costs[place] ?? 0);
      }
      if (valued.variance !== 0)
        variances.push({
          productId,
          warehouseId,
          lotId: null,
          quantity: 0,
          costFen: valued.variance,
          role: 'variance',
        });
    }
  };
  const brought: number[] = [];
  const own: number[] = [];
  for (const [index, line] of lines.entries()) (isBrought(line) ? brought : own).push(index);
  await value(own, (index) => lines[index]?.costFen ?? null);
  const passedOn = costsOfLinks(lines, costs, brought);
  await value(brought, (index) => passedOn.get(index) ?? 0);
  return [...lines.map((line, index) => ({ ...line, costFen: costs[index] ?? 0 })), ...variances];
}

/** A pool with an average values all that has no cost of its own; only known costs may use its average up on the way. */
function needsLastCost(pool: Pool, entries: readonly EntryToValue[]): boolean {
  const unknown = entries.filter(({ cost }) => cost === null).length;
  const hasAverage = pool.quantity !== 0 && pool.cost !== 0;
  return unknown > 0 && !(hasAverage && unknown === entries.length);
}

function noteInflow(pools: Pools, line: StockLineToPost | undefined, cost: number): void {
  if (line === undefined || line.quantity <= 0 || cost <= 0) return;
  const unit: UnitCost = { quantity: line.quantity, cost };
  pools.noteCost(line.productId, unit);
}

/** Indexes of lines of the same product and warehouse together, in the order of their first. */
function byPool(lines: readonly StockLineToPost[], indexes: readonly number[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const index of indexes) {
    const line = lines[index];
    if (line === undefined) continue;
    const key = `${line.productId} ${line.warehouseId}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return [...groups.values()];
}

/** For each line that is brought in, its share of what its link's other lines cost. */
function costsOfLinks(
  lines: readonly StockLineToPost[],
  costs: readonly number[],
  brought: readonly number[],
): Map<number, number> {
  const members = Map.groupBy(brought, (index) => lines[index]?.link);
  const totals = new Map<number, number>();
  const isMember = new Set(brought);
  for (const [index, line] of lines.entries()) {
    if (line.link === undefined || isMember.has(index)) continue;
    totals.set(line.link, (totals.get(line.link) ?? 0) - (costs[index] ?? 0));
  }
  const result = new Map<number, number>();
  for (const [link, indexes] of members) {
    const parts = allocate(
      totals.get(link ?? 0) ?? 0,
      indexes.map((index) => lines[index]?.weight ?? lines[index]?.quantity ?? 0),
    );
    for (const [place, index] of indexes.entries()) result.set(index, parts[place] ?? 0);
  }
  return result;
}
