import { parentPort, workerData } from 'node:worker_threads';
import { createApplication } from './application.ts';
import type { ServerOptions } from './thread-messages.ts';
import { serveThread } from './thread-serve.ts';

if (parentPort !== null) serveThread(parentPort, () => createApplication(workerData as ServerOptions));
