import type { CustomScheme, Protocol } from 'electron';
import { expect, test } from 'vitest';
import { as } from './fake-electron.ts';
import { registerPageScheme, servePageScheme } from './protocol.ts';

type Handler = (request: Request) => Promise<Response>;

function served(handle: Handler): Handler {
  let handler: Handler | undefined;
  servePageScheme(
    as<Protocol>({
      handle: (scheme: string, given: Handler) => {
        expect(scheme).toBe('app');
        handler = given;
      },
    }),
    handle,
  );
  if (handler === undefined) throw new Error('nothing was registered');
  return handler;
}

const page = served((request) =>
  Promise.resolve(new Response(`${request.method} ${new URL(request.url).pathname}`)),
);

test('the scheme is registered as a secure standard scheme that fetch knows', () => {
  const registered: CustomScheme[] = [];
  registerPageScheme({ registerSchemesAsPrivileged: (schemes) => void registered.push(...schemes) });
  expect(registered).toHaveLength(1);
  expect(registered[0]).toMatchObject({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
  });
  expect(registered[0]?.privileges?.bypassCSP ?? false).toBe(false);
});

test('the page is served under the policy', async () => {
  const response = await page(new Request('app://zongdai/api/upload', { method: 'PUT', body: 'x' }));
  expect(await response.text()).toBe('PUT /api/upload');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('another host of the scheme, or another origin asking, gets nothing', async () => {
  expect((await page(new Request('app://elsewhere/'))).status).toBe(403);
  const asking = (initiatorOrigin: string | null): Request =>
    Object.assign(new Request('app://zongdai/api/trpc/x'), { initiatorOrigin });
  expect((await page(asking('https://example.com'))).status).toBe(403);
  expect((await page(asking('app://zongdai'))).status).toBe(200);
});

test('what throws becomes a 500, not a hung request', async () => {
  const broken = served(() => Promise.reject(new Error('thrown on purpose')));
  expect((await broken(new Request('app://zongdai/'))).status).toBe(500);
});
