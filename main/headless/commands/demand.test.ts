import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { removeQuietly } from '#db/files.ts';

import { runCommandLine } from './run-command-line.ts';

let directory: string;

async function run(...args: string[]): Promise<{ exit: number; json: Record<string, unknown> }> {
  let out = '';
  const exit = await runCommandLine([...args, '--data', directory, '--json'], {
    out: (text) => (out += text),
    error: () => undefined,
  });
  return { exit, json: JSON.parse(out) as Record<string, unknown> };
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), '需求 命令-'));
  expect((await run('sample')).exit).toBe(0);
}, 60_000);
afterAll(() => removeQuietly(directory));

interface Told {
  readonly marked?: string;
  readonly knownUntil: string;
  readonly changes: readonly { readonly kind: string; readonly markId?: string | null }[];
}

test('days of a product are marked and unmarked, and what is wrong is named', async () => {
  const told = async (...args: string[]) => (await run('demand', 'HF026', ...args)).json as unknown as Told;
  const before = await told();
  const days = ['--from', before.knownUntil, '--to', before.knownUntil];
  const { marked = '', changes } = await told('--mark', 'stockOut', ...days);
  expect(changes).toHaveLength(before.changes.length + 1);
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'stockOut', markId: marked }));
  expect((await told('--unmark', marked)).changes).toEqual(before.changes);
  expect((await run('demand', 'HF026', '--unmark', marked)).json).toMatchObject({
    error: { code: 'notFound' },
  });
  const wrong = await run('demand', 'HF026', '--mark', 'substitution', ...days);
  expect(wrong).toMatchObject({ exit: 1, json: { error: { code: 'input.invalid' } } });
  expect((await run('demand', 'HF026', '--mark', 'stockOut')).exit).toBe(2);
});

test('a product is said to sell like another, and no longer', async () => {
  const told = async (...args: string[]) => (await run('demand', 'HF026', ...args)).json;
  const like = { code: 'HF025', factorPercent: 80 };
  expect(await told('--like', 'HF025', '--factor', '80')).toMatchObject({ lookAlike: like });
  expect(await told()).toMatchObject({ lookAlike: like });
  expect(await told('--unlike')).toMatchObject({ lookAlike: null });
  expect(await run('demand', 'HF026', '--like', 'HF026')).toMatchObject({
    exit: 1,
    json: { error: { code: 'input.invalid' } },
  });
  expect((await run('demand', 'HF026', '--factor', '80')).exit).toBe(2);
});

test('a store that promised nothing says so', async () => {
  expect((await run('accuracy')).json).toMatchObject({ promisedWeeks: 0, figures: null });
});
