import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, utils } from 'xlsx';

import { removeQuietly } from '#db/files.ts';
import { openStore } from '#db/store.ts';

import { runCommandLine } from './run-command-line.ts';

test('by the command line: start, sheet, import, post', async () => {
  const directory = mkdtempSync(join(tmpdir(), '盘点 命令-'));
  const data = join(directory, '数据');
  const run = async (...args: string[]): Promise<{ exit: number; json: Record<string, unknown> }> => {
    let out = '';
    const output = { out: (text: string) => void (out += text), error: () => undefined };
    const exit = await runCommandLine([...args, '--data', data, '--json'], output);
    return { exit, json: JSON.parse(out) as Record<string, unknown> };
  };
  try {
    await run('sample');
    expect(await run('stocktake', 'start', '--warehouse', 'NONE')).toMatchObject({
      exit: 1,
      json: { error: { code: 'input.invalid' } },
    });
    const started = await run('stocktake', 'start', '--warehouse', 'MAIN', '--category', '工具', '--blind');
    expect(started).toMatchObject({ exit: 0, json: { blind: true } });
    const number = String(started.json['number']);
    const path = join(directory, '盘点.xlsx');
    const lines = Number(started.json['lines']);
    expect(await run('stocktake', 'sheet', number, '--out', path)).toMatchObject({ json: { rows: lines } });
    const book = read(readFileSync(path));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    const rows = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, raw: false, defval: '' });
    const header = rows.findIndex((row) => row.includes('实盘数量'));
    const column = rows[header]?.indexOf('实盘数量') ?? -1;
    for (const row of rows.slice(header + 1)) row[column] = '0';
    const csv = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
    const counted = join(directory, '盘点.csv');
    writeFileSync(counted, csv);
    expect(await run('stocktake', 'import', number, counted)).toMatchObject({
      exit: 0,
      json: { counted: lines },
    });
    const posted = await run('stocktake', 'post', number.toLowerCase());
    expect(posted).toMatchObject({
      exit: 0,
      json: { lines, left: 0, document: expect.stringMatching(/^PD-/u) },
    });
    expect(await run('stocktake', 'post', number)).toMatchObject({
      exit: 1,
      json: { error: { code: 'stocktake.notCounting' } },
    });
    expect(await run('stocktake', 'sheet', 'PB-0', '--out', path)).toMatchObject({
      exit: 1,
      json: { error: { code: 'notFound' } },
    });
    for (const args of [[], ['x'], ['start'], ['sheet', number], ['import', number], ['post']])
      expect(await run('stocktake', ...args)).toMatchObject({ exit: 2 });
    const store = await openStore(data);
    const left = await store.read.selectFrom('stocktake').select('status').execute();
    expect(left).toEqual([{ status: 'closed' }]);
    await store.close();
  } finally {
    await removeQuietly(directory);
  }
}, 60_000);
