import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { removeQuietly } from '#db/files.ts';

import { runCommandLine } from './run-command-line.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), '总代 过账-'));
});
afterEach(() => removeQuietly(directory));

async function run(...args: string[]): Promise<{ exit: number; json: Record<string, unknown> }> {
  let out = '';
  const exit = await runCommandLine([...args, '--data', join(directory, '数据'), '--json'], {
    out: (text) => (out += text),
    error: () => undefined,
  });
  return { exit, json: JSON.parse(out) as Record<string, unknown> };
}

function file(name: string, ...lines: string[]): string {
  const path = join(directory, name);
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

test('documents are posted from files, shown first, refused where stock does not suffice, and allowed as history', async () => {
  const receipt = file(
    '到货.csv',
    '送货单号,到货日期,商品编码,商品名称,数量,单价',
    'SH1,2026-01-05,X1,面膜,10,5',
  );
  const shown = await run('post', receipt, '--dry-run');
  expect(shown).toMatchObject({
    exit: 0,
    json: { committed: false, effect: { receipts: 1, stockChange: 10 } },
  });
  const posted = await run('post', receipt);
  expect(posted).toMatchObject({ exit: 0, json: { committed: true, documentCount: 1 } });
  expect(await run('post', receipt)).toMatchObject({ exit: 0, json: { committed: false } });
  const issue = file('出库.csv', '单据类型,日期,商品编码,数量', '出库,2026-01-06,X1,12');
  const refused = await run('post', issue);
  expect(refused).toMatchObject({
    exit: 1,
    json: { committed: false, effect: { blocked: 1 }, error: { code: 'stock.wouldGoNegative' } },
  });
  const allowed = await run('post', issue, '--allow-negative');
  expect(allowed).toMatchObject({ exit: 0, json: { committed: true, allowNegative: true } });
  expect(await run('check')).toMatchObject({ exit: 0 });
});

test('only documents are posted; a list becomes one when its kind is named', async () => {
  const list = file('列表.csv', '商品编码,商品名称,数量', 'X1,面膜,7');
  expect(await run('post', list)).toMatchObject({ exit: 1, json: { error: { code: 'import.noDocuments' } } });
  const received = await run('post', list, '--kind', 'receipts', '--as-of', '2026-01-31');
  expect(received).toMatchObject({
    exit: 0,
    json: { committed: true, effect: { receipts: 1 }, documents: [{ kind: 'receipt' }] },
  });
  const counted = await run('post', list, '--kind', 'counts', '--as-of', '2026-02-01');
  expect(counted).toMatchObject({
    exit: 0,
    json: { committed: true, effect: { countedLines: 1, stockChange: 0 } },
  });
});

test('a template is saved and posted as it is', async () => {
  const out = join(directory, '入库.xlsx');
  expect(await run('template', 'receipts', '--out', out)).toMatchObject({
    exit: 0,
    json: { kind: 'receipts' },
  });
  expect(await run('post', out, '--as-of', '2026-11-30')).toMatchObject({
    exit: 0,
    json: { committed: true },
  });
});

test.each([
  ['a kind that is none', ['post', 'x.xlsx', '--kind', 'sales']],
  ['a policy that is none', ['post', 'x.xlsx', '--anchors', 'perhaps']],
  ['no file', ['post']],
  ['a template of nothing', ['template', 'other', '--out', 'x.xlsx']],
  ['a template into no workbook', ['template', 'counts', '--out', 'x.csv']],
])('%s is wrong usage', async (_, args) => {
  expect(await run(...args)).toMatchObject({ exit: 2, json: { error: { code: 'usage' } } });
});
