import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError, appError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';
import { failureMessage } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { bodyLimit } from '../server/limits.ts';
import { withSecurityHeaders } from '../server/security-headers.ts';
import { isOwnRequest } from './guard.ts';
import { requestOf, sendResponse, urlOf } from './node-request.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';

export interface HttpHostOptions {
  readonly handle: (request: Request) => Promise<Response>;
  /** 0 takes any free port. */
  readonly port: number;
  /** Of what is said before the page is there. */
  readonly language: Language;
  /** In bytes; the default is {@link bodyLimit}. */
  readonly limit?: number;
}

export interface HttpHost {
  /** The address to open, with the token that opens it once. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const loopback = '127.0.0.1';

/** Serves the application to the browsers of this PC only. Throws `host.portInUse`. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const server = createServer();
  const port = await listen(server, options.port);
  const session = createSession(`zongdai-${port}`);
  server.on('request', (message, response) => {
    answer(message, response, { ...options, port, session }).catch((error: unknown) => {
      // Mostly a browser that left before the answer was complete.
      if (!response.headersSent) response.statusCode = 500;
      response.destroy();
      if (!isAbort(error)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    });
  });
  return {
    url: `http://${loopback}:${port}/?token=${session.token}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(appError('host.portInUse', { port }, error)));
    server.listen(port, loopback, resolve);
  });
  return (server.address() as AddressInfo).port;
}

interface Serving extends HttpHostOptions {
  readonly session: Session;
}

async function answer(message: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  const result = await respond(message, serving, controller.signal);
  // A body that was not read would hold the connection until the client has sent it all.
  if (!message.complete) response.setHeader('connection', 'close');
  await sendResponse(withSecurityHeaders(result), response, message.method ?? 'GET');
}

async function respond(message: IncomingMessage, serving: Serving, signal: AbortSignal): Promise<Response> {
  const { port, session } = serving;
  const { headers, method = 'GET' } = message;
  const site = headers['sec-fetch-site'];
  const from = { method, host: headers.host, origin: headers.origin, site: site?.toString() };
  if (!isOwnRequest(from, port)) return denied(message, serving);
  const known = session.recognises(headers.cookie);
  const entrance = enter(message, serving, known);
  if (entrance !== undefined) return entrance;
  if (!known) return denied(message, serving);
  const request = await requestOf(message, `http://${headers.host}`, signal, serving.limit ?? bodyLimit);
  if (!(request instanceof Request)) {
    const name = urlOf(message).searchParams.get('name') ?? '';
    return failed(413, { code: 'file.tooLarge', parameters: { name, ...request } }, message, serving);
  }
  try {
    return await serving.handle(request);
  } catch (error) {
    const internal: Failure = { code: 'internal', parameters: { traceId: randomUUID() } };
    return failed(500, error instanceof AppError ? error.failure : internal, message, serving);
  }
}

/** The answer to `/?token=…`, which leads on to the page without the token in the address. */
function enter(message: IncomingMessage, { session }: Serving, known: boolean): Response | undefined {
  const url = urlOf(message);
  const token = url.searchParams.get('token');
  if (message.method !== 'GET' || url.pathname !== '/' || token === null) return undefined;
  const cookie = session.redeem(token);
  if (cookie === undefined && !known) return undefined;
  const headers = new Headers({ location: '/', 'cache-control': 'no-store' });
  if (cookie !== undefined) headers.set('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

function denied(message: IncomingMessage, serving: Serving): Response {
  return failed(401, { code: 'session.denied', parameters: {} }, message, serving);
}

function failed(status: number, failure: Failure, message: IncomingMessage, { language }: Serving): Response {
  const text = failureMessage(language, failure);
  if (!(message.headers.accept ?? '').includes('text/html'))
    return Response.json({ failure, message: text }, { status });
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const page = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${status}</title><p>${safe}</p></html>`;
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function isAbort(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR' || code === 'ECONNRESET';
}
