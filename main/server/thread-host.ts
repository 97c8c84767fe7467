import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { AppError, appError } from '#app/core/errors.ts';
import { mayHaveBody } from './thread-messages.ts';
import type {
  FromThread,
  RequestMessage,
  ResponseMessage,
  ServerOptions,
  ToThread,
} from './thread-messages.ts';

/** The server, which owns the store's one writable connection, in a thread of its own: the window and the network never wait for it. */
export interface ServerThread {
  /** Fulfilled once the store is open; rejected with an AppError when it cannot be. */
  readonly ready: Promise<void>;
  /** Fulfilled when the thread is gone, wanted or not. */
  readonly ended: Promise<void>;
  readonly handle: (request: Request) => Promise<Response>;
  /** Lets running writes end, closes the store, ends the thread; after `graceMilliseconds` ends it regardless. */
  readonly close: (graceMilliseconds?: number) => Promise<void>;
}

interface Pending {
  readonly resolve: (response: Response) => void;
  readonly reject: (error: Error) => void;
}

// The same file is TypeScript in the source and JavaScript in the bundle; the entry lies beside it in both.
const entry = new URL(
  import.meta.url.endsWith('.ts') ? 'thread-entry.ts' : 'thread-entry.js',
  import.meta.url,
);

function responseOf(message: ResponseMessage): Response {
  return new Response(mayHaveBody(message.status) ? message.body : null, {
    status: message.status,
    headers: message.headers.map(([name, value]): [string, string] => [name, value]),
  });
}

async function messageOf(id: number, request: Request): Promise<RequestMessage> {
  const empty = request.method === 'GET' || request.method === 'HEAD' || request.body === null;
  return {
    kind: 'request',
    id,
    method: request.method,
    url: request.url,
    headers: [...request.headers],
    body: empty ? null : await request.arrayBuffer(),
  };
}

/** Starts the thread; `entryUrl` is for tests. */
export function startServerThread(options: ServerOptions, entryUrl: URL = entry): ServerThread {
  const worker = new Worker(entryUrl, { workerData: options, name: 'server' });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let over = false;
  const { promise: ready, resolve: isReady, reject: isNotReady } = Promise.withResolvers<void>();
  const { promise: ended, resolve: hasEnded } = Promise.withResolvers<void>();
  // A failed start may be noticed only by the first request; it must not end the process before that.
  ready.catch(() => undefined);

  worker.on('message', (message: FromThread) => {
    if (message.kind === 'ready') isReady();
    if (message.kind === 'failed') isNotReady(new AppError(message.failure, { cause: message.detail }));
    // The store is closed: whatever still lingers in the thread (a timer, a job's port) need not be waited for.
    if (message.kind === 'closed') void worker.terminate();
    if (message.kind === 'response') {
      pending.get(message.id)?.resolve(responseOf(message));
      pending.delete(message.id);
    }
  });
  worker.on('error', (error) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    isNotReady(internal(error));
  });
  worker.on('exit', () => {
    over = true;
    const gone = internal('the server thread has ended');
    isNotReady(gone);
    for (const { reject } of pending.values()) reject(gone);
    pending.clear();
    hasEnded();
  });

  const post = (message: ToThread): void => {
    const body = message.kind === 'request' ? message.body : null;
    worker.postMessage(message, body === null ? [] : [body]);
  };

  async function handle(request: Request): Promise<Response> {
    await ready;
    const id = (lastId += 1);
    const message = await messageOf(id, request);
    if (over) throw internal('the server thread has ended');
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    pending.set(id, { resolve, reject });
    post(message);
    const abort = (): void => {
      if (pending.has(id)) post({ kind: 'abort', id });
    };
    if (request.signal.aborted) abort();
    else request.signal.addEventListener('abort', abort, { once: true });
    return promise;
  }

  async function close(graceMilliseconds = 10_000): Promise<void> {
    if (!over) post({ kind: 'close' });
    const timer = setTimeout(() => void worker.terminate(), graceMilliseconds);
    await ended;
    clearTimeout(timer);
  }

  return { ready, ended, handle, close };
}

function internal(cause: unknown): AppError {
  return appError('internal', { traceId: randomUUID() }, cause);
}
