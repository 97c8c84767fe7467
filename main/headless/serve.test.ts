import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openHeadless, serveCommand } from './serve.ts';
import type { Served } from './serve.ts';

const directory = mkdtempSync(join(tmpdir(), '总代 服务-'));
const page = join(directory, 'page');
const data = join(directory, '数据 目录');
mkdirSync(join(page, 'assets'), { recursive: true });
writeFileSync(join(page, 'index.html'), '<!doctype html><title>总代工作台</title>');
writeFileSync(join(page, 'assets', 'a.js'), 'export {};');

afterAll(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

async function signIn(served: Served): Promise<{ base: string; cookie: string }> {
  const answer = await fetch(served.url, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  return {
    base: new URL(served.url).origin,
    cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
  };
}

test('the whole application: store, server thread, page and API behind one address; and again after it was closed', async () => {
  for (const _round of [1, 2]) {
    const served = await openHeadless({ data, port: 0, language: 'zh-CN' }, page);
    try {
      const { base, cookie } = await signIn(served);
      const get = (path: string): Promise<Response> => fetch(`${base}${path}`, { headers: { cookie } });
      expect(await (await get('/')).text()).toContain('总代工作台');
      expect(await (await get('/reorder')).text()).toContain('总代工作台');
      const script = await get('/assets/a.js');
      expect([script.status, script.headers.get('content-type')]).toEqual([
        200,
        'text/javascript; charset=utf-8',
      ]);
      expect((await get('/../../package.json')).status).not.toBe(200);
      const jobs = await get('/api/trpc/jobs.list');
      expect(await jobs.json()).toEqual({ result: { data: [] } });
      expect((await fetch(`${base}/api/trpc/jobs.list`)).status).toBe(401);
    } finally {
      await served.close();
    }
  }
});

test('two programs do not share a port', async () => {
  const first = await openHeadless({ data, port: 0, language: 'zh-CN' }, page);
  try {
    const port = Number(new URL(first.url).port);
    const other = join(directory, 'other');
    await expect(openHeadless({ data: other, port, language: 'zh-CN' }, page)).rejects.toMatchObject({
      failure: { code: 'host.portInUse', parameters: { port } },
    });
  } finally {
    await first.close();
  }
});

test('a missing page and a directory that cannot be made are named', async () => {
  const options = { data, port: 0, language: 'zh-CN' } as const;
  await expect(openHeadless(options, join(directory, 'missing'))).rejects.toMatchObject({
    failure: { code: 'host.pageMissing' },
  });
  await expect(openHeadless({ ...options, data: join(page, 'index.html', 'x') }, page)).rejects.toMatchObject(
    {
      failure: { code: 'host.dataDirectory' },
    },
  );
});

test('a command line that cannot be understood is exit code 2', async () => {
  expect(await serveCommand(['--what'])).toBe(2);
});
