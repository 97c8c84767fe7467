import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import type { ListQuery } from '#app/core/listing.ts';
import { removeQuietly } from '#db/files.ts';
import { homeSummary } from '#db/queries/home.ts';
import { listCustomers } from '#db/queries/lists/customers.ts';
import { listDocuments } from '#db/queries/lists/documents.ts';
import { listProducts } from '#db/queries/lists/products.ts';
import { listSales } from '#db/queries/lists/sales.ts';
import { listSlowStock } from '#db/queries/lists/slow-stock.ts';
import { listStock, stockTotals } from '#db/queries/lists/stock.ts';
import { openStore } from '#db/store.ts';
import type { ReadAccess } from '#db/store.ts';

import { listRequests } from './list-requests.ts';
import { benchOnDay } from './on-day.ts';
import { benchServing } from './serving.ts';
import { defaultScale, fillScaleStore } from './scale-store.ts';

interface ListFigure {
  readonly list: string;
  readonly requests: number;
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
  readonly slowestQuery: string;
}

const today = businessDay('2026-11-22');
const days = { today, expiringBefore: addDays(today, 180) };
const rounds = 8;

const lists: Readonly<Record<string, (db: ReadAccess, query: ListQuery) => Promise<unknown>>> = {
  products: listProducts,
  customers: listCustomers,
  stock: (db, query) => listStock(db, query, days),
  'stock of a past day': (db, query) => listStock(db, query, days),
  'totals of stock': (db, query) => stockTotals(db, query, days),
  'slow movers': (db, query) => listSlowStock(db, query, days),
  sales: listSales,
  documents: listDocuments,
};

/** Measures every list on a store far larger than a distributor's, and prints the figures. */
export async function benchLists(
  print: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'zongdai-lists-'));
  try {
    const sizes = await fillScaleStore(directory, { ...defaultScale, today });
    print(
      `store: ${Object.entries(sizes)
        .map(([name, rows]) => `${name} ${rows}`)
        .join(', ')}`,
    );
    await benchServing(directory, print);
    const started = performance.now();
    const store = await openStore(directory);
    try {
      await homeSummary(store.read, days);
      const firstUsefulData = performance.now() - started;
      print(`opening the store and the first page's content: ${firstUsefulData.toFixed(0)} ms`);
      const figures: ListFigure[] = [];
      for (const list of Object.keys(listRequests)) figures.push(await measure(store.read, list));
      for (const { list, requests: count, p50, p95, slowest, slowestQuery } of figures) {
        print(
          `${list.padEnd(20)} ${count} requests  p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms  slowest ${slowest.toFixed(1)} ms ${slowestQuery}`,
        );
      }
    } finally {
      await store.close();
    }
    await benchOnDay(directory, today, print);
  } finally {
    await removeQuietly(directory);
  }
}

async function measure(db: ReadAccess, list: string): Promise<ListFigure> {
  const run = lists[list];
  const times: { milliseconds: number; query: string }[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const input of listRequests[list] ?? []) {
      const started = performance.now();
      await run?.(db, listQuery.parse(input));
      times.push({ milliseconds: performance.now() - started, query: JSON.stringify(input) });
    }
  }
  times.sort((left, right) => left.milliseconds - right.milliseconds);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const slowest = times.at(-1);
  return {
    list,
    requests: times.length,
    p50: at(0.5)?.milliseconds ?? 0,
    p95: at(0.95)?.milliseconds ?? 0,
    slowest: slowest?.milliseconds ?? 0,
    slowestQuery: slowest?.query ?? '',
  };
}
