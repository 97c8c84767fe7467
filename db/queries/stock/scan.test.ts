import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';

import { openConnection } from '../../connection.ts';
import { newId } from '../../ids.ts';
import type { Tables } from '../../tables.ts';
import { openTestStore } from '../../testing.ts';
import { barcodeSharers } from '../barcode-sharers.ts';
import { labelsOfDocument } from '../labels.ts';
import { findBarcodeOwners, findByCode, findScannedLots, scannedProducts } from './scan.ts';

test('what a scan asks is answered from indexes, whatever the number of products', async () => {
  const { store, cleanup } = await openTestStore();
  const connection = openConnection(store.file, 'read');
  const statements: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: connection }),
    log: ({ query }) => void statements.push(query),
  });
  try {
    const document = newId();
    const at = new Date(0).toISOString();
    await store.transact({ actor: 't', action: 'seed', entity: 'document' }, async ({ bulk }) => {
      bulk.insert(
        'stock_document',
        ['id', 'kind', 'number', 'day', 'posted_at'],
        [[document, 'receipt', 'A1', '2026-11-22', at]],
      );
    });
    await findBarcodeOwners(db, ['06901234567892', '6901234567892']);
    await findByCode(db, 'x1');
    await scannedProducts(db, [newId()], newId());
    await findScannedLots(db, [newId()], ['L1', 'L2']);
    await barcodeSharers(db, '6901234567892', null);
    await labelsOfDocument(db, document);
    const plans = statements.flatMap(({ sql, parameters }) =>
      (connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[]).map(
        ({ detail }) => detail,
      ),
    );
    expect(plans.filter((detail) => detail.startsWith('SEARCH')).length).toBeGreaterThan(8);
    expect(plans.filter((detail) => /^SCAN (?!json_each|wanted)/u.test(detail))).toEqual([]);
  } finally {
    await db.destroy();
    connection.close();
    await cleanup();
  }
});
