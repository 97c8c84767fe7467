import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { writeWorkbook } from '#main/exchange/writing/write-workbook.ts';
import { startServerThread } from '#main/server/thread-host.ts';

import { rihua } from './data.ts';
import { largeSheet } from './large-workbook.ts';

const once = fileURLToPath(new URL('./import-once.ts', import.meta.url));

/** Prints preview, commit and reorder times with peak memory for the real file and for 100,000 × 10 cells. */
export async function benchImporting(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), '导入 测速-'));
  try {
    const large = join(directory, '十万行.xlsx');
    writeFileSync(large, writeWorkbook([largeSheet(100_000)]));
    for (const [name, file] of [
      ['日化.xlsx', rihua],
      ['100,000 × 10', large],
    ] as const) {
      if (file === undefined) {
        process.stdout.write(`${name}: skipped, the file is not here\n`);
        continue;
      }
      const store = join(directory, `store-${name.length}`);
      const printed = execFileSync(process.execPath, [once, file, store], { encoding: 'utf8' });
      process.stdout.write(`${name}: ${printed}`);
      await benchAnswers(name, file, join(directory, `host-${name.length}`));
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** While a file is checked and committed, how long does the server take to answer the page? */
async function benchAnswers(name: string, file: string, directory: string): Promise<void> {
  const thread = startServerThread({ directory, pageDirectory: directory });
  await thread.ready;
  const call = async <Value>(path: string, input: unknown, query: boolean): Promise<Value> => {
    const url = `http://127.0.0.1/api/trpc/${path}`;
    const body = JSON.stringify(input);
    const request = query
      ? new Request(`${url}?input=${encodeURIComponent(body)}`)
      : new Request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = (await (await thread.handle(request)).json()) as { result: { data: Value } };
    return answer.result.data;
  };
  const waits: number[] = [];
  const until = async (jobId: string): Promise<void> => {
    for (;;) {
      const started = performance.now();
      const [view] = await Promise.all([
        call<{ state: string }>('jobs.get', { id: jobId }, true),
        call('imports.history', {}, true),
      ]);
      waits.push(performance.now() - started);
      if (view.state !== 'running') return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const upload = await thread.handle(
    new Request('http://127.0.0.1/api/upload?name=x.xlsx', {
      method: 'PUT',
      body: new Uint8Array(readFileSync(file)),
    }),
  );
  const { uploadId } = (await upload.json()) as { uploadId: string };
  const { sessionId, jobId } = await call<{ sessionId: string; jobId: string }>(
    'imports.start',
    { uploadId },
    false,
  );
  await until(jobId);
  const commit = await call<{ jobId: string }>('imports.commit', { sessionId, skipRejected: true }, false);
  await until(commit.jobId);
  waits.sort((left, right) => left - right);
  const at = (share: number): string => (waits[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(1);
  process.stdout.write(
    `${name}, answers meanwhile: ${waits.length} polls, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms\n`,
  );
  await thread.close();
}

if (import.meta.main) await benchImporting();
