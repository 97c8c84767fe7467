import { Worker } from 'node:worker_threads';

import { AppError, appError } from '#app/core/errors.ts';

import type { Progress } from './jobs.ts';
import { workerUrl } from './worker-entry.ts';
import type { WorkerName } from './worker-entry.ts';
import type { WorkerAnswer } from './worker-protocol.ts';

/** A worker thread that answers named calls; `Methods` is the type of what the worker serves. */
export interface WorkerClient<Methods extends WorkerMethods> {
  call<Name extends keyof Methods & string>(
    method: Name,
    parameters: Parameters<Methods[Name]>[0],
    options?: { onProgress?: (progress: Progress) => void; signal?: AbortSignal },
  ): Promise<Awaited<ReturnType<Methods[Name]>>>;
  terminate(): Promise<void>;
}

// The parameter type differs by method; `never` accepts every function of one or two parameters.
export type WorkerMethods = Readonly<
  Record<string, (parameters: never, report: (progress: Progress) => void) => unknown>
>;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

/** A small nursery: 100,000 rows then peak at 530 MB instead of 670, for a few per cent of time. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/**
 * Starts a worker. A call whose signal aborts ends the whole worker at once (nothing it does is half-written: it only reads)
 * and rejects with `job.cancelled`; so does every call still waiting.
 */
export function startWorker<Methods extends WorkerMethods>(name: WorkerName): WorkerClient<Methods> {
  const worker = new Worker(workerUrl(name), { name, resourceLimits });
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let ended: Error | undefined;
  const end = (reason: Error): void => {
    ended ??= reason;
    for (const entry of waiting.values()) entry.reject(reason);
    waiting.clear();
  };
  worker.on('message', (answer: WorkerAnswer) => {
    const entry = waiting.get(answer.call);
    if (entry === undefined) return;
    if ('progress' in answer) {
      entry.onProgress?.(answer.progress);
      return;
    }
    waiting.delete(answer.call);
    if ('value' in answer) entry.resolve(answer.value);
    else entry.reject(thrownBy(answer));
  });
  worker.on('error', end);
  worker.on('exit', () => {
    end(new Error(`worker ${name} ended`));
  });
  return {
    call: (method, parameters, options = {}) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        calls += 1;
        const call = calls;
        const { signal, onProgress } = options;
        const abort = (): void => {
          end(appError('job.cancelled', {}));
          void worker.terminate();
        };
        const done = (): void => {
          signal?.removeEventListener('abort', abort);
        };
        waiting.set(call, {
          resolve: (value) => {
            done();
            resolve(value as never);
          },
          reject: (error) => {
            done();
            reject(error);
          },
          onProgress,
        });
        if (signal?.aborted === true) {
          abort();
          return;
        }
        signal?.addEventListener('abort', abort);
        worker.postMessage({ call, method, parameters });
      }),
    terminate: async () => {
      end(appError('job.cancelled', {}));
      await worker.terminate();
    },
  };
}

function thrownBy(answer: Extract<WorkerAnswer, { stack: string }>): Error {
  if (answer.failure !== null) return new AppError(answer.failure);
  const error = new Error('a worker failed');
  error.stack = answer.stack;
  return error;
}
