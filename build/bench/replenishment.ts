import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addDays, businessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { demandSeries } from '#app/forecast/demand-series.ts';
import { forecastProduct } from '#app/forecast/forecast-product.ts';
import { removeQuietly } from '#db/files.ts';
import { computePlan } from '#main/replenishment/compute-plan.ts';
import { planRequest, runReplenishment } from '#main/replenishment/run-replenishment.ts';
import { seedHistory } from '#main/replenishment/testing.ts';
import type { SeedProduct } from '#main/replenishment/testing.ts';
import { createContext } from '#main/server/application.ts';
import { listReorderLines } from '#db/queries/reorder-lines.ts';
import { listQuery } from '#app/core/listing.ts';

const firstDay = businessDay('2019-01-01');

/** Uniform numbers in [0, 1) from a seed (mulberry32), so that every run measures the same data. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Products that sell on `chance` of the days on average, each at its own level. */
function products(count: number, days: number, chance: number): SeedProduct[] {
  const next = random(count);
  return Array.from({ length: count }, (_, index) => {
    const often = chance * 2 * next();
    const level = 1 + Math.floor(40 * next() * next());
    const sales = [];
    for (let offset = 0; offset < days; offset += 1) {
      if (next() < often) sales.push({ offset, quantity: 1 + Math.floor(level * next()) });
    }
    return { code: `P${String(index + 1).padStart(4, '0')}`, packSize: 12, listPriceFen: 5000, sales };
  });
}

const milliseconds = (since: number): string => `${Math.round(performance.now() - since)} ms`;

function benchForecast(list: readonly SeedProduct[], asOf: BusinessDay): void {
  const sales = list.map((product) =>
    product.sales.map((sale) => ({ day: addDays(firstDay, sale.offset), quantity: sale.quantity })),
  );
  const started = performance.now();
  for (const history of sales) forecastProduct(demandSeries(history, asOf), { horizonDays: 14, asOf });
  console.log(`  forecasts alone: ${milliseconds(started)}`);
}

async function benchStore(count: number, days: number, chance: number): Promise<void> {
  const asOf = addDays(firstDay, days - 1);
  const list = products(count, days, chance);
  const lines = list.reduce((sum, product) => sum + product.sales.length, 0);
  console.log(`${count} products × ${days} days, ${lines} sales lines`);
  benchForecast(list, asOf);
  const directory = mkdtempSync(join(tmpdir(), 'zongdai-bench-'));
  const clock = { now: () => new Date(), today: () => asOf };
  const { context, close } = await createContext({ directory, clock });
  try {
    await seedHistory(context.store, firstDay, list);
    let started = performance.now();
    await computePlan(context.store.read, await planRequest(context, {}));
    console.log(`  read and computed in this thread: ${milliseconds(started)}`);
    started = performance.now();
    const job = { signal: new AbortController().signal, report: () => undefined };
    const { planId } = await runReplenishment(context, {}, job);
    console.log(`  worker started, computed, stored: ${milliseconds(started)}`);
    started = performance.now();
    await listReorderLines(context.store.read, planId, listQuery.parse({}));
    console.log(`  first page of lines: ${milliseconds(started)}`);
  } finally {
    await close();
    await removeQuietly(directory);
  }
}

/** Prints how long the reorder list takes: a store like 日化, and the largest that is expected. */
export async function benchReplenishment(): Promise<void> {
  await benchStore(122, 273, 0.6);
  await benchStore(5000, 730, 0.25);
}
