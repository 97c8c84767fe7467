import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { removeQuietly } from '#db/files.ts';

import { runCommandLine } from './run-command-line.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), '日历 测试-'));
});
afterEach(() => removeQuietly(directory));

async function run(...args: string[]) {
  let out = '';
  const output = { out: (text: string) => (out += text), error: () => undefined };
  const exit = await runCommandLine([...args, '--data', directory, '--json'], output);
  return { exit, json: JSON.parse(out) as Record<string, unknown> };
}

test('promotions are added, listed and cancelled; what is wrong is said whole', async () => {
  const days = ['--from', '2026-12-10', '--to', '2026-12-12'];
  const added = await run('promotions', 'add', '双12', ...days, '--discount', '8折');
  expect(added).toMatchObject({ exit: 0, json: { promotion: { scope: 'all', discount: 2000 } } });
  const wrong = await run('promotions', 'add', '面膜节', ...days, '--products', 'X1,X2');
  expect(wrong).toMatchObject({
    exit: 1,
    json: {
      error: {
        code: 'calendar.invalid',
        parameters: { problems: [{ code: 'product.unknown' }, { code: 'product.unknown' }] },
      },
    },
  });
  expect((await run('promotions', 'add', '面膜节')).exit).toBe(2);
  expect((await run('promotions', 'add', '面膜节', ...days, '--discount', '200%')).exit).toBe(2);
  const { id } = added.json['promotion'] as { id: string };
  expect((await run('promotions', 'cancel', id)).exit).toBe(0);
  expect((await run('promotions', 'list', '--state', 'cancelled')).json).toMatchObject({
    promotions: [{ id, name: '双12' }],
  });
});

test('a day is said to be off and taken back, and the month says so', async () => {
  await run('calendar', 'day', '2029-02-13', 'holiday', '春节');
  const holiday = { kind: 'holiday', name: '春节', version: 1 };
  const dayOf = async () => {
    const { json } = await run('calendar', 'month', '2029-02');
    return (json['days'] as { day: string; named: unknown }[]).find(({ day }) => day === '2029-02-13')?.named;
  };
  expect(await dayOf()).toEqual(holiday);
  await run('calendar', 'day', '2029-02-13', 'published');
  expect(await dayOf()).toBeNull();
  expect((await run('calendar', 'day', '2029-02-30', 'holiday', '春节')).exit).toBe(2);
  expect((await run('calendar', 'city', '杭州')).json).toEqual({ city: '杭州' });
});
