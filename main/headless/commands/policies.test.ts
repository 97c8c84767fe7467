import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { removeQuietly } from '#db/files.ts';

import { runCommandLine } from './run-command-line.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), '策略 测试-'));
});
afterEach(() => removeQuietly(directory));

async function run(...args: string[]) {
  let out = '';
  const output = { out: (text: string) => (out += text), error: () => undefined };
  const exit = await runCommandLine([...args, '--data', directory, '--json'], output);
  return { exit, json: JSON.parse(out) as Record<string, unknown> };
}

test('policies are set, changed in part, listed and removed; what cannot be read is a usage error', async () => {
  const set = await run('policies', 'set', 'category', '面膜', '--review', '7', '--service', '0.97');
  expect(set).toMatchObject({
    exit: 0,
    json: { policy: { of: '面膜', terms: { reviewDays: 7, serviceLevel: 0.97 } } },
  });
  const changed = await run('policies', 'set', 'category', '面膜', '--lead', '12');
  expect(changed.json['policy']).toMatchObject({
    terms: { reviewDays: 7, leadSource: 'own', leadDays: 12 },
    version: 2,
  });
  expect((await run('policies', 'set', 'default', '--budget', '50000.5')).json['policy']).toMatchObject({
    terms: { budget: 5_000_050 },
  });
  const { policies } = (await run('policies', 'list')).json as { policies: { id: string; scope: string }[] };
  expect(policies.map(({ scope }) => scope)).toEqual(['default', 'category']);
  expect((await run('policies', 'remove', policies[1]?.id ?? '')).exit).toBe(0);
  expect((await run('policies', 'list')).json['policies']).toHaveLength(1);
  expect(await run('policies', 'set', 'product', 'X1', '--moq', '6')).toMatchObject({
    exit: 1,
    json: { error: { code: 'notFound' } },
  });
  for (const wrong of [
    ['set', 'shop'],
    ['set', 'default', '--service', '2'],
    ['set', 'default', '--budget', 'viel'],
    ['remove'],
  ])
    expect((await run('policies', ...wrong)).exit).toBe(2);
});
