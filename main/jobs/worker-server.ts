import { parentPort } from 'node:worker_threads';

import { AppError } from '#app/core/errors.ts';

import type { Progress } from './jobs.ts';
import type { WorkerMethods } from './worker-client.ts';
import type { WorkerAnswer, WorkerCall } from './worker-protocol.ts';

/** Progress goes out at most this often, so that reporting costs nothing. */
const reportEveryMilliseconds = 50;

/** Answers calls in a worker thread, one after the other. */
export function serveWorker(methods: WorkerMethods): void {
  const port = parentPort;
  if (port === null) throw new Error('not in a worker thread');
  const send = (answer: WorkerAnswer): void => {
    port.postMessage(answer);
  };
  let queue = Promise.resolve();
  port.on('message', (message: WorkerCall) => {
    queue = queue.then(() => answer(message, methods, send));
  });
}

async function answer(
  { call, method, parameters }: WorkerCall,
  methods: WorkerMethods,
  send: (answer: WorkerAnswer) => void,
): Promise<void> {
  let last = 0;
  const report = (progress: Progress): void => {
    const now = performance.now();
    if (now - last < reportEveryMilliseconds) return;
    last = now;
    send({ call, progress });
  };
  try {
    const run = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (run === undefined) throw new Error(`no such worker method: ${method}`);
    send({ call, value: await run(parameters as never, report) });
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ call, failure: error instanceof AppError ? error.failure : null, stack });
  }
}
