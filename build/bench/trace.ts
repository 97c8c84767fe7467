import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { businessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { openConnection } from '#db/connection.ts';
import { removeQuietly } from '#db/files.ts';
import { expiryBands, listExpiry } from '#db/queries/lists/expiry-board.ts';
import { countIncompleteReceipts, listInspections } from '#db/queries/lists/inspections.ts';
import { listLots } from '#db/queries/lists/lots.ts';
import { expiryStagesByCategory } from '#db/queries/stock/expiry-policy.ts';
import { traceLot } from '#db/queries/stock/trace.ts';
import { openStore, storeFileName } from '#db/store.ts';

import { defaultScale, fillScaleStore } from './scale-store.ts';

const today = businessDay('2026-11-22');
const manyLots = 100_000;
const rounds = 20;

/** Batches on a ledger of a million entries, with a hundred thousand batches in stock and a record for every receipt line. */
export async function benchTrace(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'zongdai-trace-'));
  try {
    const sizes = await fillScaleStore(directory, { ...defaultScale, today });
    addLots(join(directory, storeFileName));
    process.stdout.write(`${JSON.stringify({ ...sizes, lots: manyLots })}\n`);
    const store = await openStore(directory);
    const db = store.read;
    try {
      const busiest = await db
        .selectFrom('stock_ledger')
        .select(['lot_id', (of) => of.fn.countAll<number>().as('rows')])
        .where('lot_id', 'is not', null)
        .groupBy('lot_id')
        .orderBy('rows', 'desc')
        .limit(rounds)
        .execute();
      const terms = { today, stages: await expiryStagesByCategory(db) };
      const lots = busiest.map(({ lot_id }) => lot_id ?? '');
      let turn = 0;
      await measure(`trace of a batch with up to ${busiest[0]?.rows ?? 0} entries`, () =>
        traceLot(db, lots[turn++ % lots.length] ?? ''),
      );
      const q = (filters: Record<string, string> = {}, page = 1) => listQuery.parse({ filters, page });
      await measure('expiry board, first page', () => listExpiry(db, q(), terms));
      await measure('expiry board, one stage', () => listExpiry(db, q({ stage: '90' }), terms));
      await measure('expiry board, a category', () => listExpiry(db, q({ category: '彩妆' }), terms));
      await measure('expiry board, bands', () => expiryBands(db, q(), terms));
      await measure('batches, first page', () => listLots(db, q(), today));
      await measure('batches in stock, page 200', () => listLots(db, q({ view: 'inStock' }, 200), today));
      await measure('inspection records, first page', () => listInspections(db, q()));
      await measure('inspection records, incomplete', () => listInspections(db, q({ view: 'missing' })));
      await measure('incomplete receipts, for the first page', () => countIncompleteReceipts(db));
    } finally {
      await store.close();
    }
  } finally {
    await removeQuietly(directory);
  }
}

/** Batches that lie there untouched since their opening, and records: of every hundredth receipt incomplete. */
function addLots(file: string): void {
  const database = openConnection(file, 'write');
  try {
    database.exec(
      `BEGIN;
      INSERT INTO lot (id, product_id, code, production_day, expiry_day, created_at)
        SELECT 'lot-' || n.value, p.id, 'Z' || n.value, date('2026-11-22', '-' || (n.value % 400) || ' days'),
          date('2026-11-22', ((n.value * 7) % 1100 - 60) || ' days'), ''
        FROM (generate) AS n JOIN product AS p ON p.rowid = 1 + n.value % (SELECT count(*) FROM product);
      INSERT INTO stock_balance (product_id, warehouse_id, lot_key, lot_id, on_hand)
        SELECT lot.product_id, (SELECT id FROM warehouse WHERE is_default = 1), lot.id, lot.id, 5 FROM lot WHERE lot.id LIKE 'lot-%';
      INSERT INTO inspection_record (document_id, product_id, lot_key, lot_id, quantity, supplier_licence, registration_number,
          certificate_number, updated_at)
        SELECT l.document_id, l.product_id, ifnull(l.lot_id, ''), l.lot_id, sum(l.quantity), '9133', 'G',
          CASE WHEN d.rowid % 600 = 0 THEN '' ELSE 'HG' END, ''
        FROM stock_document AS d JOIN stock_ledger AS l ON l.document_id = d.id WHERE d.kind = 'receipt' AND l.quantity > 0
        GROUP BY 1, 2, 3;
      COMMIT`.replace(
        'generate',
        `WITH RECURSIVE g(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM g
        WHERE value < ${manyLots}) SELECT value FROM g`,
      ),
    );
  } finally {
    database.close();
  }
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0).toFixed(1);
  process.stdout.write(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms\n`);
}
