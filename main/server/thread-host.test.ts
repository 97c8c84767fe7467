import { afterAll, expect, test } from 'vitest';
import { startServerThread } from './thread-host.ts';

const stub = new URL('thread-stub.ts', import.meta.url);
const thread = startServerThread({ directory: 'fine', pageDirectory: '' }, stub);

afterAll(() => thread.close());

test('a request crosses the thread and its answer comes back, body, headers and all', async () => {
  const body = JSON.stringify({ text: '玻尿酸面膜' });
  const response = await thread.handle(
    new Request('http://localhost/api?q=1', { method: 'POST', body, headers: { 'x-a': 'b' } }),
  );
  expect(response.status).toBe(200);
  expect(response.headers.get('x-stub')).toBe('1');
  expect(await response.json()).toMatchObject({
    method: 'POST',
    url: 'http://localhost/api?q=1',
    body,
    headers: { 'x-a': 'b' },
  });
});

test('a large binary body arrives whole', async () => {
  const body = new Uint8Array(5_000_000).fill(65);
  const response = await thread.handle(new Request('http://localhost/', { method: 'PUT', body }));
  const answer = (await response.json()) as { body: string };
  expect(answer.body.length).toBe(5_000_000);
});

test('an answer without a body stays without one', async () => {
  const response = await thread.handle(new Request('http://localhost/empty'));
  expect([response.status, response.body]).toEqual([204, null]);
});

test('what throws in the thread becomes a 500 with a trace id, not a hung request', async () => {
  const response = await thread.handle(new Request('http://localhost/throw'));
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({
    failure: { code: 'internal', parameters: { traceId: expect.any(String) as string } },
  });
});

test('a client that leaves aborts the request in the thread', async () => {
  const controller = new AbortController();
  const answer = thread.handle(new Request('http://localhost/wait', { signal: controller.signal }));
  controller.abort();
  expect(await (await answer).text()).toBe('aborted');
});

test('a store that cannot be opened rejects `ready` with its name', async () => {
  const broken = startServerThread({ directory: 'broken', pageDirectory: '' }, stub);
  await expect(broken.ready).rejects.toMatchObject({
    failure: { code: 'store.locked', parameters: { path: 'broken' } },
  });
  await broken.ended;
});

test('requests waiting when the thread dies are rejected, and so are later ones', async () => {
  const dying = startServerThread({ directory: 'fine', pageDirectory: '' }, stub);
  await expect(dying.handle(new Request('http://localhost/exit'))).rejects.toMatchObject({
    failure: { code: 'internal' },
  });
  await dying.ended;
  await expect(dying.handle(new Request('http://localhost/'))).rejects.toMatchObject({
    failure: { code: 'internal' },
  });
});
