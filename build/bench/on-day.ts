import { join } from 'node:path';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { openConnection } from '#db/connection.ts';
import { stockOnDay } from '#db/queries/stock/on-day.ts';
import { openStore, storeFileName } from '#db/store.ts';
import type { ReadAccess } from '#db/store.ts';

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
    print(
      `balance on a past day, any product: ${await measure(store.read, (round) => [all[round] ?? '', dayOf(round)])}`,
    );
    print(
      `balance on a past day, product of ${busyEntries} entries: ${await measure(store.read, (round) => [busy, dayOf(round)])}`,
    );
    print(`  of them all: ${await measure(store.read, () => [busy, today])}`);
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
        SELECT id, 1000, kind, day, @product, warehouse_id, (SELECT id FROM lot WHERE product_id = @product
          ORDER BY code LIMIT 1 OFFSET place / 2 % 2), CASE kind WHEN 'receipt' THEN 5 ELSE -1 END,
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

async function measure(
  db: ReadAccess,
  asked: (round: number) => readonly [string, BusinessDay],
): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await stockOnDay(db, ...asked(round));
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}
