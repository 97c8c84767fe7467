import { randomUUID } from 'node:crypto';
import type { MessagePort } from 'node:worker_threads';
import { AppError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';
import { mayHaveBody } from './thread-messages.ts';
import type { FromThread, RequestMessage, ResponseMessage, ToThread } from './thread-messages.ts';

/** What a thread serves: the application, or in tests something that looks like it. */
export interface Served {
  readonly handle: (request: Request) => Promise<Response>;
  readonly close: () => void | Promise<void>;
}

const running = new Map<number, AbortController>();

function post(port: MessagePort, message: FromThread): void {
  const body = message.kind === 'response' ? message.body : null;
  port.postMessage(message, body === null ? [] : [body]);
}

function failureOf(error: unknown): { failure: Failure; detail: string } {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof AppError) return { failure: error.failure, detail };
  const traceId = randomUUID();
  return { failure: { code: 'internal', parameters: { traceId } }, detail: `${traceId} ${detail}` };
}

async function answer(application: Served, message: RequestMessage): Promise<ResponseMessage> {
  const controller = new AbortController();
  running.set(message.id, controller);
  try {
    const request = new Request(message.url, {
      method: message.method,
      headers: message.headers.map(([name, value]): [string, string] => [name, value]),
      body: message.body,
      signal: controller.signal,
    });
    const response = await application.handle(request);
    const body = mayHaveBody(response.status) ? await response.arrayBuffer() : null;
    return {
      kind: 'response',
      id: message.id,
      status: response.status,
      headers: [...response.headers],
      body,
    };
  } catch (error) {
    const { failure, detail } = failureOf(error);
    process.stderr.write(`${detail}\n`);
    const text = new TextEncoder().encode(JSON.stringify({ failure }));
    return {
      kind: 'response',
      id: message.id,
      status: 500,
      headers: [['content-type', 'application/json; charset=utf-8']],
      body: text.buffer,
    };
  } finally {
    running.delete(message.id);
  }
}

/** Serves what `create` opens to the other side of `port`, until that says `close`. */
export function serveThread(port: MessagePort, create: () => Promise<Served>): void {
  create().then(
    (application) => {
      port.on('message', (message: ToThread) => listen(port, application, message));
      post(port, { kind: 'ready' });
    },
    (error: unknown) => {
      post(port, { kind: 'failed', ...failureOf(error) });
      port.close();
    },
  );
}

function listen(port: MessagePort, application: Served, message: ToThread): void {
  if (message.kind === 'request') void answer(application, message).then((response) => post(port, response));
  if (message.kind === 'abort') running.get(message.id)?.abort();
  if (message.kind === 'close') {
    void Promise.resolve(application.close())
      .catch((error: unknown) => process.stderr.write(`${failureOf(error).detail}\n`))
      .finally(() => {
        post(port, { kind: 'closed' });
        port.close();
      });
  }
}
