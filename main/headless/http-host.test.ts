import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHttpHost } from './http-host.ts';
import type { HttpHost } from './http-host.ts';

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

let host: HttpHost;
let address: URL;
let cookie = '';
let handled = 0;

async function handle(request: Request): Promise<Response> {
  handled += 1;
  if (new URL(request.url).pathname === '/broken') throw new Error('thrown on purpose');
  const body = await request.text();
  return new Response(
    `${request.method} ${new URL(request.url).pathname} ${body.length} ${request.headers.get('cookie') ?? ''}`,
  );
}

// fetch() forbids setting Host, Origin and Cookie: they are what is tested here.
async function send(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = httpRequest({ host: '127.0.0.1', port: address.port, path, method, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

beforeAll(async () => {
  host = await startHttpHost({ handle, port: 0, language: 'zh-CN', limit: 1000 });
  address = new URL(host.url);
});

afterAll(() => host.close());

test('without the token nothing is served, in words for people and as data for programs', async () => {
  const page = await send('/', { accept: 'text/html' });
  expect(page.status).toBe(401);
  expect(page.text).toContain('此页面没有访问权限');
  const data = await send('/api/trpc/home.summary');
  expect(data.status).toBe(401);
  expect(JSON.parse(data.text)).toMatchObject({ failure: { code: 'session.denied' } });
  expect((await send('/?token=wrong')).status).toBe(401);
  expect(handled).toBe(0);
});

test('the token works once, and leads to the page with a cookie no script can read and no other site can use', async () => {
  const first = await send(`${address.pathname}${address.search}`);
  expect([first.status, first.headers['location']]).toEqual([303, '/']);
  const set = first.headers['set-cookie']?.[0] ?? '';
  expect(set).toContain('HttpOnly');
  expect(set).toContain('SameSite=Strict');
  cookie = set.split(';')[0] ?? '';
  expect((await send(`/${address.search}`)).status).toBe(401);
  expect((await send(`/${address.search}`, { cookie })).status).toBe(303);
  expect((await send('/', { cookie: `${cookie}x` })).status).toBe(401);
  const page = await send('/', { cookie: `other=1; ${cookie}` });
  expect([page.status, page.text]).toEqual([200, 'GET / 0 ']);
});

test('every answer carries the content security policy, whatever the application says', async () => {
  for (const answer of [await send('/', { cookie }), await send('/')]) {
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    expect(answer.headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  }
});

test('a foreign name for this machine is refused even with the cookie', async () => {
  const { port } = address;
  expect((await send('/', { cookie, host: `evil.example:${port}` })).status).toBe(401);
  expect((await send('/', { cookie, host: '127.0.0.1:1' })).status).toBe(401);
  expect((await send('/', { cookie, host: `localhost:${port}` })).status).toBe(200);
});

test('another page cannot write', async () => {
  const own = `http://127.0.0.1:${address.port}`;
  expect((await send('/api', { cookie, origin: 'http://evil.example' }, 'POST', 'x')).status).toBe(401);
  expect((await send('/api', { cookie, origin: 'null' }, 'POST', 'x')).status).toBe(401);
  expect((await send('/api', { cookie, 'sec-fetch-site': 'same-site' }, 'POST', 'x')).status).toBe(401);
  expect((await send('/api', { cookie, origin: own }, 'POST', 'x')).status).toBe(200);
  expect((await send('/api', { cookie }, 'PUT', 'x')).text).toBe('PUT /api 1 ');
});

test('a body over the limit is refused, announced or not', async () => {
  const body = 'x'.repeat(1001);
  const announced = await send('/api/upload?name=a.xlsx', { cookie }, 'PUT', body);
  expect(announced.status).toBe(413);
  expect(JSON.parse(announced.text)).toMatchObject({
    failure: { code: 'file.tooLarge', parameters: { name: 'a.xlsx', limit: 1000 } },
  });
  const chunked = await send('/api', { cookie, 'transfer-encoding': 'chunked' }, 'PUT', body);
  expect(chunked.status).toBe(413);
});

test('what throws becomes a 500 with a trace id', async () => {
  const answer = await send('/broken', { cookie });
  expect(answer.status).toBe(500);
  expect(JSON.parse(answer.text)).toMatchObject({ failure: { code: 'internal' } });
});

test('an address like //elsewhere/ stays on this server', async () => {
  expect((await send('//evil.example/x', { cookie })).text).toBe('GET //evil.example/x 0 ');
});

test('a port in use is named', async () => {
  const port = Number(address.port);
  await expect(startHttpHost({ handle, port, language: 'zh-CN' })).rejects.toMatchObject({
    failure: { code: 'host.portInUse', parameters: { port } },
  });
});
