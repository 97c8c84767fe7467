import { existsSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { workerFiles, workerUrl } from './worker-entry.ts';
import type { WorkerName } from './worker-entry.ts';

const main = fileURLToPath(new URL('..', import.meta.url));

test('every worker in the source is reachable by a name, and every name leads to a worker', () => {
  const found = globSync('**/*-worker.ts', { cwd: main }).map((file) => file.replaceAll('\\', '/'));
  expect(found.toSorted()).toEqual(Object.values(workerFiles).toSorted());
  for (const name of Object.keys(workerFiles)) {
    expect(existsSync(workerUrl(name as WorkerName)), name).toBe(true);
  }
});

test('in the bundle a worker lies beside the module that starts it, even where the path has spaces and Chinese characters', () => {
  const url = workerUrl('import', 'file:///C:/Users/%E5%BC%A0%20%E4%B8%89/app/dist/main/thread-entry.js');
  expect(url.href).toBe('file:///C:/Users/%E5%BC%A0%20%E4%B8%89/app/dist/main/import-worker.js');
});
