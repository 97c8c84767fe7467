import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openStore } from '#db/store.ts';
import { removeQuietly } from '#db/files.ts';

import { runCommandLine } from './run-command-line.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), '总代 命令-'));
});
afterEach(() => removeQuietly(directory));

interface Ran {
  readonly exit: number;
  /** What `--json` printed; the test fails where that is not exactly one line with one object. */
  readonly json: Record<string, unknown>;
  readonly log: string;
}

async function run(...args: string[]): Promise<Ran> {
  let [out, log] = ['', ''];
  const exit = await runCommandLine([...args, '--data', join(directory, '数据 目录'), '--json'], {
    out: (text) => (out += text),
    error: (text) => (log += text),
  });
  expect(out.endsWith('\n') && out.indexOf('\n') === out.length - 1, out).toBe(true);
  return { exit, json: JSON.parse(out) as Record<string, unknown>, log };
}

function file(name: string, ...lines: string[]): string {
  const path = join(directory, name);
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

const header = '订单号,日期,客户编号,商品编码,数量,单价';
const sales = (...lines: string[]): string => file('销售.csv', header, ...lines);
const line = (number: number, more: { quantity?: string; price?: string } = {}): string =>
  `D${number},2026-10-01,C1,X1,${more.quantity ?? '2'},${more.price ?? '10'}`;

test.each([
  ['no command', []],
  ['an unknown command', ['bogus']],
  ['no file', ['import']],
  ['two files', ['import', 'a', 'b']],
  ['an unknown option', ['check', '--wrong']],
  ['a wrong mode', ['import', 'a', '--mode', 'x']],
  ['a day that does not exist', ['import', 'a', '--as-of', '2026-02-30']],
  ['an unknown language', ['check', '--language', 'fr']],
  ['an order that is no workbook', ['replenish', '--out', 'a.txt']],
  ['an unknown list', ['export', 'x', '--out', 'a.csv']],
])('wrong usage is exit 2 and an object that says so: %s', async (_, args) => {
  const { exit, json, log } = await run(...args);
  expect(exit).toBe(2);
  expect(json).toMatchObject({ error: { code: 'usage' } });
  expect(log).toContain('npm run -s cli');
});

test('help is exit 0, with a command before it too', async () => {
  for (const args of [['help'], ['--help'], ['import', '-h']])
    expect(await run(...args)).toMatchObject({ exit: 0, json: { usage: expect.stringContaining('import') } });
});

test.each([
  ['a file that is not there', 'nowhere.xlsx', 'file.missing'],
  ['a directory', '.', 'file.unreadable'],
])('%s is exit 1 and named', async (_, path, code) => {
  const { exit, json } = await run('import', join(directory, path));
  expect({ exit, json }).toMatchObject({ exit: 1, json: { error: { code } } });
});

test('a data directory that cannot be made is named', async () => {
  writeFileSync(join(directory, '数据 目录'), '');
  expect(await run('check')).toMatchObject({ exit: 1, json: { error: { code: 'host.dataDirectory' } } });
});

test('an import tells what each sheet holds; the same file again adds nothing and says why', async () => {
  const path = sales(line(1), line(2), line(2), '合计,,,,6,');
  const first = await run('import', path);
  expect(first.log).toContain(join(directory, '数据 目录'));
  expect(first).toMatchObject({
    exit: 0,
    json: {
      committed: true,
      sheets: [
        { name: '销售', kind: 'sales', rows: 3, accepted: 2, corrected: 0, duplicates: 1, rejected: 0 },
      ],
    },
  });
  const again = await run('import', path);
  const { importId } = first.json;
  expect(again).toMatchObject({ exit: 0, json: { committed: false, sameFileAs: { importId } } });
  expect(await run('undo-import', String(importId))).toMatchObject({ exit: 0 });
  expect(await run('undo-import', String(importId))).toMatchObject({
    exit: 1,
    json: { error: { code: 'import.alreadyUndone' } },
  });
  expect(await run('check')).toMatchObject({ exit: 0, json: { ok: true, salesLines: 0 } });
});

test('rejected rows commit nothing unless they may stay out; the report is there either way', async () => {
  const path = sales(line(1), line(2, { quantity: '' }));
  const refused = await run('import', path);
  expect(refused).toMatchObject({
    exit: 1,
    json: { committed: false, error: { code: 'import.hasRejected' }, sheets: [{ rows: 2, rejected: 1 }] },
  });
  expect(refused.json['problems']).toContainEqual(
    expect.objectContaining({ sheet: '销售', row: 3, column: 'E', code: 'quantity.missing', found: '' }),
  );
  expect(await run('import', path, '--dry-run')).toMatchObject({ exit: 1, json: { committed: false } });
  expect(await run('import', path, '--skip-rejected')).toMatchObject({ exit: 0, json: { committed: true } });
});

test('a corrected line is not counted beside the one it corrects', async () => {
  await run('import', sales(line(1), line(2)));
  const corrected = sales(line(1), line(2, { price: '12' }));
  const { exit, json } = await run('import', corrected);
  expect(exit).toBe(1);
  expect(json['problems']).toContainEqual(
    expect.objectContaining({ code: 'line.differs', row: 3, found: '2026-10-01 2 × 12.00' }),
  );
  expect(await run('import', corrected, '--keep-repeated')).toMatchObject({
    exit: 0,
    json: { sheets: [{ accepted: 1, duplicates: 1 }] },
  });
});

test('two imports at once both arrive', async () => {
  mkdirSync(join(directory, '数据 目录'));
  await (await openStore(join(directory, '数据 目录'))).close();
  const one = file('一.csv', header, ...Array.from({ length: 300 }, (_, index) => line(index)));
  const two = file('二.csv', header, ...Array.from({ length: 300 }, (_, index) => line(1000 + index)));
  // In processes of their own: in one thread, the writer that waits would keep the other from going on.
  const own = promisify(execFile);
  const program = fileURLToPath(new URL('../cli.ts', import.meta.url));
  const both = await Promise.all(
    [one, two].map((path) =>
      own(process.execPath, [program, 'import', path, '--data', join(directory, '数据 目录'), '--json']),
    ),
  );
  for (const { stdout } of both) expect(JSON.parse(stdout)).toMatchObject({ committed: true });
  expect(await run('check', '--rebuild')).toMatchObject({ exit: 0, json: { salesLines: 600 } });
});

test('a plan with nothing to order is told, and that there is no workbook', async () => {
  const { exit, json } = await run('replenish', '--out', join(directory, '订单.xlsx'));
  expect(exit).toBe(1);
  expect(json).toMatchObject({
    saved: null,
    lines: [],
    error: { code: 'replenishment.nothingAccepted' },
  });
});
