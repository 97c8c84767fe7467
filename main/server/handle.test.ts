import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { writeWorkbook } from '../exchange/writing/write-workbook.ts';
import { openTestApplication } from './testing.ts';

let application: Awaited<ReturnType<typeof openTestApplication>>;
beforeEach(async () => {
  application = await openTestApplication();
  const page = join(application.directory, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>总代</title>');
  writeFileSync(join(page, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(join(application.directory, 'secret.txt'), 'secret');
});
afterEach(() => application.cleanup());

const get = (path: string): Promise<Response> => application.handle(new Request(`http://127.0.0.1${path}`));
const post = (path: string, input: unknown): Promise<Response> =>
  application.handle(
    new Request(`http://127.0.0.1/api/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    }),
  );

interface Failed {
  readonly code: string;
}

/** The body as the shape that the test goes on to check. */
async function json<Body>(answer: Response | Promise<Response>): Promise<Body> {
  return (await (await answer).json()) as Body;
}

async function data<Value>(answer: Promise<Response>): Promise<Value> {
  return (await json<{ result: { data: Value } }>(answer)).result.data;
}

async function trpcFailure(answer: Response): Promise<string> {
  return (await json<{ error: { data: { failure: Failed } } }>(answer)).error.data.failure.code;
}

interface JobAnswer {
  readonly state: string;
  readonly result: { readonly importId: string };
}

async function waitFor(jobId: string): Promise<JobAnswer> {
  for (;;) {
    const job = await data<JobAnswer>(
      get(`/api/trpc/jobs.get?input=${encodeURIComponent(JSON.stringify({ id: jobId }))}`),
    );
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('screens get the page, assets are kept for good, and nothing outside the page is served', async () => {
  expect(await (await get('/')).text()).toContain('总代');
  expect(await (await get('/reorder/x')).text()).toContain('总代');
  const asset = await get('/assets/main-abc.js');
  expect(asset.headers.get('content-type')).toContain('javascript');
  expect(asset.headers.get('cache-control')).toContain('immutable');
  for (const path of [
    '/..%2Fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%E0%A4%A.txt',
  ]) {
    const answer = await get(path);
    expect(answer.status, path).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  }
});

test('a file goes in, is previewed, committed and undone, all through requests', async () => {
  const content = writeWorkbook([
    {
      name: '销售',
      columns: ['订单编码', '订单日期', '客户编码', '商品编号', '订购数量', '订购单价'].map((header) => ({
        header,
        kind: 'text',
      })),
      rows: [['D1', '2026-10-01', 'S1', 'X001', '3', '128']],
    },
  ]);
  const upload = await application.handle(
    new Request(`http://127.0.0.1/api/upload?name=${encodeURIComponent('销售.xlsx')}`, {
      method: 'PUT',
      body: new Uint8Array(content),
    }),
  );
  const { uploadId } = await json<{ uploadId: string }>(upload);
  const started = await data<{ sessionId: string; jobId: string }>(post('imports.start', { uploadId }));
  expect(await waitFor(started.jobId)).toMatchObject({
    state: 'done',
    result: { effect: { linesAdded: 1 } },
  });
  const commit = await data<{ jobId: string }>(
    post('imports.commit', { sessionId: started.sessionId, skipRejected: false }),
  );
  // A second click, or a second tab, while it is under way: the same commit, not another one.
  const again = await data<{ jobId: string }>(
    post('imports.commit', { sessionId: started.sessionId, skipRejected: false }),
  );
  expect(again.jobId).toBe(commit.jobId);
  const done = await waitFor(commit.jobId);
  expect(done.state).toBe('done');
  const undone = await data<{ removed: { sales_line: number } }>(
    post('imports.undo', { id: done.result.importId }),
  );
  expect(undone.removed.sales_line).toBe(1);
});

test('failures have a code, a status and, where unexpected, a trace id', async () => {
  const missing = await get('/api/files/none');
  expect([missing.status, (await json<{ failure: Failed }>(missing)).failure.code]).toEqual([
    404,
    'notFound',
  ]);
  const named = await post('imports.undo', { id: '01a20379-74e3-7000-9df6-c38b7d6a8502' });
  expect([named.status, await trpcFailure(named)]).toEqual([400, 'notFound']);
  const invalid = await post('imports.undo', { id: 'no id' });
  expect([invalid.status, await trpcFailure(invalid)]).toEqual([400, 'input.invalid']);
  const unknown = await post('imports.nothing', {});
  expect(unknown.status).toBe(404);
});

test('a downloaded file keeps its Chinese name', async () => {
  const file = await application.context.files.hold('订单 "1".xlsx', new Uint8Array([1, 2, 3]));
  const answer = await get(`/api/files/${file.id}`);
  expect(answer.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''%E8%AE%A2%E5%8D%95%20%221%22.xlsx`,
  );
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
});

test('answers of the API are not kept by the browser', async () => {
  for (const path of ['/api/trpc/settings.get', '/api/files/unknown', '/api/nothing'])
    expect((await get(path)).headers.get('cache-control'), path).toBe('no-store');
  expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
});
