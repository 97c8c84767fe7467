import { afterEach, beforeEach, expect, test } from 'vitest';
import { read, utils } from 'xlsx';

import { listQuery } from '#app/core/listing.ts';
import type { Language } from '#app/i18n/translation.ts';

import { writeWorkbook } from '../exchange/writing/write-workbook.ts';
import type { SheetToWrite, WriteCell } from '../exchange/writing/sheet-to-write.ts';
import { exportList } from '../exports/export-list.ts';
import { openSampleContext, sampleToday } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { router } from '../server/trpc.ts';
import type { FrozenList } from './freeze-list.ts';
import type { ImportedCounts } from './import-counts.ts';
import { stocktakesRouter } from './stocktakes-router.ts';

const api = router({ stocktakes: stocktakesRouter });

let context: Context;
let cleanup: () => Promise<void>;
let caller: ReturnType<typeof api.createCaller>;
let list: FrozenList;

beforeEach(async () => {
  ({ context, cleanup } = await openSampleContext());
  caller = api.createCaller(context);
  list = await start(false);
});

afterEach(() => cleanup());

async function start(blind: boolean): Promise<FrozenList> {
  const warehouses = context.store.read.selectFrom('warehouse').select('id').where('is_default', '=', 1);
  const { id: warehouseId } = await warehouses.executeTakeFirstOrThrow();
  const { jobId } = await caller.stocktakes.start({ warehouseId, scope: { kind: 'all' }, blind });
  return (await context.jobs.wait(jobId)) as FrozenList;
}

function exported(id: string, language: Language = 'zh-CN'): Promise<SheetToWrite> {
  const query = listQuery.parse({ filters: { stocktake: id } });
  return exportList(context.store.read, { list: 'countSheet', query, language, today: sampleToday });
}

/** The sheet with something else in one column of each row. */
function filled(sheet: SheetToWrite, header: string, value: (row: number) => WriteCell): SheetToWrite {
  const column = sheet.columns.findIndex((known) => known.header === header);
  const rows = sheet.rows.map((row, index) => row.map((cell, at) => (at === column ? value(index) : cell)));
  return { ...sheet, rows };
}

async function importSheet(sheet: SheetToWrite, id = list.id): Promise<ImportedCounts> {
  const { id: uploadId } = await context.files.hold('盘点.xlsx', writeWorkbook([sheet]));
  const { jobId } = await caller.stocktakes.importSheet({ id, uploadId });
  return (await context.jobs.wait(jobId)) as ImportedCounts;
}

test.each(['zh-CN', 'en'] as const)('a sheet in %s comes back with every count', async (language) => {
  const sheet = await exported(list.id, language);
  expect(sheet.rows).toHaveLength(list.lines);
  expect(sheet.columns[0]?.hidden).toBe(true);
  const header = language === 'en' ? 'Counted quantity' : '实盘数量';
  const imported = await importSheet(filled(sheet, header, (row) => row));
  expect(imported).toMatchObject({ counted: list.lines, added: 0, conflicts: [], warnings: [] });
  const { rows } = await caller.stocktakes.lines({ id: list.id, pageSize: 1000 });
  expect(rows.map(({ counted }) => counted)).toEqual(rows.map((_, index) => index));
  // Once more, it says nothing new; nor does the sheet as exported after that.
  expect(await importSheet(filled(sheet, header, (row) => row))).toMatchObject({ counted: 0, conflicts: [] });
  expect(await importSheet(await exported(list.id, language))).toMatchObject({
    counted: 0,
    unchanged: list.lines,
  });
});

test('a blind sheet has no books, and the key is hidden in the file', async () => {
  const blind = await start(true);
  expect((await exported(list.id)).columns.map(({ header }) => header)).toContain('账面数量');
  const sheet = await exported(blind.id);
  expect(sheet.columns.map(({ header }) => header)).not.toContain('账面数量');
  const book = read(writeWorkbook([sheet]), { cellStyles: true });
  const written = book.Sheets[book.SheetNames[0] ?? ''];
  expect(written?.['!cols']?.[0]?.hidden).toBe(true);
  expect(written?.['!cols']?.[1]?.hidden).not.toBe(true);
  expect(JSON.stringify(utils.sheet_to_json(written ?? {}, { header: 1 }))).toContain(blind.number);
});

test('what others counted since the export is named, not overwritten; the rest is written', async () => {
  const sheet = await exported(list.id);
  await caller.stocktakes.setCount({ id: list.id, line: 3, version: 1, counted: 77 });
  const imported = await importSheet(filled(sheet, '实盘数量', () => 5));
  expect(imported).toMatchObject({
    counted: list.lines - 1,
    conflicts: [{ line: 3, yours: 5, theirs: 77, by: 'tester' }],
  });
  const { rows } = await caller.stocktakes.lines({ id: list.id, pageSize: 3 });
  expect(rows.map(({ counted }) => counted)).toEqual([5, 5, 77]);
});

test('one wrong cell and nothing is written', async () => {
  const sheet = await exported(list.id);
  const wrong = filled(sheet, '实盘数量', (row) => (row === 2 ? '很多' : 5));
  await expect(importSheet(wrong)).rejects.toMatchObject({
    failure: {
      code: 'stocktake.sheetInvalid',
      parameters: {
        problems: [{ cell: expect.stringMatching(/^[A-Z]\d+$/u), code: 'quantity.invalid', found: '很多' }],
      },
    },
  });
  expect((await caller.stocktakes.get({ id: list.id })).progress.counted).toBe(0);
  const other = { ...sheet, columns: sheet.columns.slice(0, 3), rows: sheet.rows };
  await expect(importSheet(other)).rejects.toMatchObject({
    failure: { code: 'stocktake.sheetColumns', parameters: { missing: ['counted'] } },
  });
});
