// A stand-in for thread-entry.ts in tests: it answers with what it received.
import { parentPort, workerData } from 'node:worker_threads';
import { appError } from '#app/core/errors.ts';
import { serveThread } from './thread-serve.ts';

async function handle(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/throw') throw new Error('thrown on purpose');
  if (pathname === '/exit') process.exit(1);
  if (pathname === '/empty') return new Response(null, { status: 204 });
  if (pathname === '/wait') {
    await new Promise((resolve) => request.signal.addEventListener('abort', resolve));
    return new Response('aborted');
  }
  const body = await request.text();
  const echo = {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body,
  };
  return Response.json(echo, { headers: { 'x-stub': '1', 'content-security-policy': 'default-src *' } });
}

if (parentPort !== null) {
  const { directory } = workerData as { directory: string };
  serveThread(parentPort, () =>
    directory === 'broken'
      ? Promise.reject(appError('store.locked', { path: directory }))
      : Promise.resolve({ handle, close: () => undefined }),
  );
}
