import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyLimit } from '../server/limits.ts';

/** The body did not fit. */
export interface TooLarge {
  readonly bytes: number;
  readonly limit: number;
}

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '');
  }
  // The session is the host's own business; the application has no use for it.
  headers.delete('cookie');
  return headers;
}

async function readBody(
  message: IncomingMessage,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | TooLarge> {
  const announced = Number(message.headers['content-length'] ?? 0);
  if (announced > limit) return { bytes: announced, limit };
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) return { bytes, limit };
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The address asked for, on `base` whatever the request line says: `//elsewhere/` is a path here, not another host. */
export function urlOf(message: IncomingMessage, base = 'http://localhost'): URL {
  const path = message.url ?? '/';
  return new URL(`${base}${path.startsWith('/') ? path : '/'}`);
}

/** The web-standard request behind a node:http one, or why it cannot be read. */
export async function requestOf(
  message: IncomingMessage,
  base: string,
  signal: AbortSignal,
  limit: number = bodyLimit,
): Promise<Request | TooLarge> {
  const url = urlOf(message, base);
  const method = message.method ?? 'GET';
  const headers = headersOf(message);
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
  const body = await readBody(message, limit);
  return body instanceof Uint8Array ? new Request(url, { method, headers, body, signal }) : body;
}

/** Sends a web-standard response through node:http. It is whole in memory already: it came from another thread. */
export async function sendResponse(response: Response, to: ServerResponse, method: string): Promise<void> {
  const body = method === 'HEAD' ? undefined : Buffer.from(await response.arrayBuffer());
  to.statusCode = response.status;
  to.setHeaders(response.headers);
  to.end(body);
}
