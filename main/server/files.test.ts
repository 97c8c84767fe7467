import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { removeQuietly } from '#db/files.ts';

import { createFiles, mostHeld } from './files.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), '文件 测试-'));
});
afterEach(() => removeQuietly(directory));

test('what a killed program left is removed at the next start, what a running one holds is not', () => {
  const temporary = join(directory, 'temporary');
  const ended = spawnSync(process.execPath, ['--version']).pid;
  for (const name of [`${ended}-x`, `${process.ppid}-x`, 'unknown']) {
    mkdirSync(join(temporary, name), { recursive: true });
    writeFileSync(join(temporary, name, 'file'), 'content');
  }
  createFiles(directory);
  expect(readdirSync(temporary)).toEqual([`${process.ppid}-x`]);
});

test('only the newest files are kept, and files of the person are never removed', async () => {
  const files = createFiles(directory);
  const own = join(directory, '自己的.xlsx');
  writeFileSync(own, 'own');
  const theirs = await files.holdPath('自己的.xlsx', own);
  const first = await files.hold('1', new Uint8Array([1]));
  for (let count = 0; count < mostHeld; count += 1) await files.hold('n', new Uint8Array([2]));
  expect(() => files.get(first.id)).toThrow('notFound');
  expect(existsSync(first.path)).toBe(false);
  expect(files.get(theirs.id).path).toBe(own);
  files.close();
  expect(existsSync(own)).toBe(true);
});
