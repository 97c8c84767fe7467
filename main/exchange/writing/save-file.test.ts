import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { AppError } from '#app/core/errors.ts';
import { saveFile } from './save-file.ts';

const folder = mkdtempSync(join(tmpdir(), '总代 工作台-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('saves a new file, replaces an old one, leaves nothing beside it', async () => {
  const path = join(folder, '订单 1.xlsx');
  await saveFile(path, Buffer.from('一'));
  await saveFile(path, Buffer.from('二'));
  expect(readFileSync(path, 'utf8')).toBe('二');
  expect(readdirSync(folder)).toEqual(['订单 1.xlsx']);
});

test('a place that cannot be written is named, and nothing is left', async () => {
  const failureOf = async (path: string) => {
    const error: unknown = await saveFile(path, Buffer.from('x')).catch((thrown: unknown) => thrown);
    return error instanceof AppError ? error.failure : error;
  };
  expect(await failureOf(join(folder, '没有', 'a.xlsx'))).toEqual({
    code: 'file.unwritable',
    parameters: { name: 'a.xlsx', detail: 'ENOENT' },
  });
  const taken = join(folder, 'b.xlsx');
  mkdirSync(taken);
  writeFileSync(join(taken, 'inside'), '');
  expect(await failureOf(taken)).toMatchObject({ code: 'file.unwritable', parameters: { name: 'b.xlsx' } });
  expect(readdirSync(folder).toSorted()).toEqual(['b.xlsx', '订单 1.xlsx']);
});
