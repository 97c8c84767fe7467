import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { createRandom } from '#app/sample/random.ts';
import { stockSheet } from '#app/stock/stock-sheet.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';
import type { WrittenKind } from '#app/stock/stock-words.ts';
import { removeQuietly } from '#db/files.ts';
import { openStore } from '#db/store.ts';
import type { Store } from '#db/store.ts';
import { postSheet } from '#main/stock/post-sheet.ts';
import { previewSheet } from '#main/stock/preview-sheet.ts';

import { defaultScale, fillScaleStore } from './scale-store.ts';

const today = businessDay('2026-11-22');
const documents = 60;
const linesOfADocument = 50;

/** Posting documents of 50 lines on a million entries: today's, and one dated a year ago; and what the editor asks meanwhile. */
export async function benchPosting(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'zongdai-posting-'));
  try {
    const sizes = await fillScaleStore(directory, { ...defaultScale, today });
    console.log(`store: ${JSON.stringify(sizes)}`);
    const store = await openStore(directory);
    try {
      const sheets = await sheetMaker(store);
      for (const [name, kind, day] of [
        ['receipt today', 'receipt', today],
        ['issue today, by first expiry', 'issue', today],
        ['receipt a year ago', 'receipt', addDays(today, -365)],
        ['issue a year ago', 'issue', addDays(today, -365)],
      ] as const) {
        await measure(name, () => post(store, sheets(kind, day)));
      }
      await measure('preview of an issue', () => previewSheet(store.read, sheets('issue', today), today));
    } finally {
      await store.close();
    }
  } finally {
    await removeQuietly(directory);
  }
}

async function post(store: Store, sheet: StockSheet): Promise<unknown> {
  const audit = { actor: 'bench', action: 'post', entity: 'stock_document' };
  const terms = { device: 'B1', now: new Date(), negative: 'rule', actor: 'bench' } as const;
  return store.transact(audit, (write) => postSheet(write, sheet, terms));
}

async function sheetMaker(store: Store): Promise<(kind: WrittenKind, day: string) => StockSheet> {
  const random = createRandom(7);
  const held = await store.read
    .selectFrom('stock_pool')
    .innerJoin('warehouse', 'warehouse.id', 'stock_pool.warehouse_id')
    .select(['product_id', 'warehouse_id'])
    .where('quantity', '>', 500)
    .where('warehouse.kind', '=', 'own')
    .execute();
  const warehouseId = held[0]?.warehouse_id ?? '';
  const products = held.filter((row) => row.warehouse_id === warehouseId).map((row) => row.product_id);
  const supplier = await store.read
    .selectFrom('partner')
    .select('id')
    .where('kind', '=', 'supplier')
    .executeTakeFirstOrThrow();
  if (products.length < linesOfADocument) throw new Error(`only ${products.length} products have stock`);
  return (kind, day) => {
    const first = Math.floor(random.next() * (products.length - linesOfADocument));
    return stockSheet.parse({
      kind,
      day,
      warehouseId,
      partnerId: kind === 'receipt' ? supplier.id : null,
      lines: products
        .slice(first, first + linesOfADocument)
        .map((productId) => ({ productId, quantity: kind === 'receipt' ? 200 : 2, unitPrice: 1280 })),
    });
  };
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const failures: string[] = [];
  for (let round = 0; round < documents; round++) {
    const started = performance.now();
    try {
      await work();
    } catch (error) {
      failures.push(error instanceof Error ? error.message.slice(0, 200) : String(error));
    }
    times.push(performance.now() - started);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
  const refused = failures.length === 0 ? '' : `, ${failures.length} refused (${failures[0] ?? ''})`;
  console.log(
    `${name}: ${linesOfADocument} lines, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms${refused}`,
  );
}
