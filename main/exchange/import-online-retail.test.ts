import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { checkStore } from '#db/queries/check-store.ts';

import { openTestApplication } from '../server/testing.ts';
import { analyseImport, withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import { undoImport } from './undo-import.ts';

const data = process.env.ZONGDAI_DATA ?? fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const file = join(data, 'online_retail', 'online_retail.csv.gz');
const absent = !existsSync(file);
if (absent) console.warn(`skipped: no data at ${file}`);

/** A month with everything in it: returns, cancellations, charges, lines without customer, bad debts at negative prices. */
const slice = { from: 280_000, lines: 30_000 };

function sliceOfFile(): Buffer {
  const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return Buffer.from([header, ...lines.slice(slice.from, slice.from + slice.lines)].join('\n'));
}

const job = { id: 'test', signal: new AbortController().signal, report: () => undefined };

test.skipIf(absent)(
  'a month of Online Retail as issues: every line accounted for, the ledger true, and again after an undo',
  async () => {
    const application = await openTestApplication();
    const { context } = application;
    const { read } = context.store;
    const bytes = sliceOfFile();
    const importAll = async () => {
      const session = context.imports.open(await context.files.hold('online_retail.csv', bytes));
      const options = withDefaults(context, { mode: 'issue', allowNegative: true });
      const overview = await analyseImport(context, session, options, undefined, job);
      const committed = await commitImport(context, session, { skipRejected: true }, job);
      await context.imports.discard(session.id);
      return { ...committed, overview };
    };
    const sold = async () => {
      const { rows } = await sql<{ sold: number; moved: number }>`
        SELECT (SELECT sum(s.quantity) FROM sales_line AS s JOIN product AS p ON p.id = s.product_id WHERE p.kind <> 'service')
          AS sold, (SELECT -sum(quantity) FROM stock_ledger) AS moved`.execute(read);
      return rows[0];
    };
    try {
      const { importId, overview } = await importAll();
      const [sheet] = overview.sheets;
      expect(sheet).toMatchObject({ kind: 'sales', rows: slice.lines });
      expect((sheet?.accepted ?? 0) + (sheet?.duplicates ?? 0) + (sheet?.rejected ?? 0)).toBe(slice.lines);
      // Adjust bad debt: a price of less than nothing.
      expect(sheet?.rejected).toBe(2);
      const services = await read
        .selectFrom('product')
        .select('code')
        .where('kind', '=', 'service')
        .orderBy('code')
        .execute();
      expect(services.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['AMAZONFEE', 'BANK CHARGES', 'D', 'DOT', 'M', 'POST']),
      );
      const kinds = await sql<{ kind: string }>`SELECT DISTINCT kind FROM stock_document ORDER BY 1`.execute(
        read,
      );
      expect(kinds.rows.map(({ kind }) => kind)).toEqual(['customer_return', 'issue']);
      const first = await sold();
      expect(first?.sold).toBe(first?.moved);
      expect((await checkStore(read)).problems).toEqual([]);
      await undoImport(context, importId ?? '');
      expect(await read.selectFrom('stock_balance').selectAll().execute()).toEqual([]);
      expect((await checkStore(read)).problems).toEqual([]);
      await importAll();
      expect((await sold())?.sold).toBe(first?.sold);
      expect((await checkStore(read)).problems).toEqual([]);
    } finally {
      await application.cleanup();
    }
  },
  180_000,
);
