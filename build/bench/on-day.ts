import { join } from 'node:path';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { openConnection } from '#db/connection.ts';
import { stockMadeOf, stockOnDay } from '#db/queries/stock/on-day.ts';
import { openStore, storeFileName } from '#db/store.ts';

const busyEntries = 100_000;
const rounds = 40;

/**
 * Balances of past days, by warehouse and batch, with the documents they are made of: of any product, and of one that a hundred
 * thousand entries are written for here.
 */
export async function benchOnDay(
  directory: string,
  today: BusinessDay,
  print: (line: string) => void,
): Promise<void> {
  const busy = addBusyProduct(join(directory, storeFileName));
  const store = await openStore(directory);
  try {
    const products = await store.read.selectFrom('product').select('id').limit(rounds).execute();
    const dayOf = (round: number): BusinessDay => addDays(today, -Math.floor((round * 730) / rounds));
    const all = products.map(({ id }) => id);
    const figure = (run: typeof stockOnDay | typeof stockMadeOf, productOf: (round: number) => string) =>
      measure((round) => run(store.read, productOf(round), dayOf(round)));
    print(`balance on a past day, any product: ${await figure(stockOnDay, (round) => all[round] ?? '')}`);
    const entries = `product of ${busyEntries} entries`;
    print(`balance on a past day, ${entries}: ${await figure(stockOnDay, () => busy)}`);
    print(`documents that it is made of, ${entries}: ${await figure(stockMadeOf, () => busy)}`);
  } finally {
    await store.close();
  }
}

/** Its entries lie on documents that are there, on their days; what comes in is what goes out. */
function addBusyProduct(file: string): string {
  const database = openConnection(file, 'write');
  try {
    const product = String(database.prepare('SELECT id FROM product ORDER BY code LIMIT 1').pluck().get());
    database
      .prepare(
        `INSERT INTO stock_ledger (document_id, line, kind, day, product_id, warehouse_id, lot_id, quantity, cost_fen)
        SELECT id, 1000, kind, day, @product, warehouse_id,
          (SELECT CASE place % 4 WHEN 0 THEN min(id) ELSE max(id) END FROM lot WHERE product_id = @product),
          CASE kind WHEN 'receipt' THEN 5 ELSE -1 END,
          CASE kind WHEN 'receipt' THEN 5000 ELSE -1000 END
        FROM (SELECT id, kind, day, warehouse_id, row_number() OVER (ORDER BY day, number) AS place FROM stock_document
          WHERE kind IN ('receipt', 'issue')) WHERE place % 2 = 0 LIMIT @entries`,
      )
      .run({ product, entries: busyEntries });
    return product;
  } finally {
    database.close();
  }
}

async function measure(work: (round: number) => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  await work(0);
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await work(round);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.ceil(rounds * share) - 1] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`;
}
