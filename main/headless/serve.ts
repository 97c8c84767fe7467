import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError, appError } from '#app/core/errors.ts';
import { catalogueOf, failureMessage } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { startServerThread } from '../server/thread-host.ts';
import type { ServerThread } from '../server/thread-host.ts';
import { prepareDataDirectory } from './data-directory.ts';
import { startHttpHost } from './http-host.ts';
import { parseServeArguments } from './serve-arguments.ts';
import type { ServeArguments } from './serve-arguments.ts';
import { stopSignal } from './stop-signal.ts';

const builtPage = resolve(import.meta.dirname, '..', '..', 'dist', 'renderer');

/** A running application: where it is, and how to end it. */
export interface Served {
  readonly url: string;
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the store and serves the page; ready when this returns. Throws an AppError that says what stands in the way. */
export async function openHeadless(
  options: Omit<ServeArguments, 'json'>,
  pageDirectory = builtPage,
): Promise<Served> {
  if (!existsSync(join(pageDirectory, 'index.html')))
    throw appError('host.pageMissing', { path: pageDirectory });
  const directory = prepareDataDirectory(options.data);
  const thread: ServerThread = startServerThread({ directory, pageDirectory });
  try {
    await thread.ready;
    const host = await startHttpHost({
      handle: thread.handle,
      port: options.port,
      language: options.language,
    });
    const close = async (): Promise<void> => {
      await host.close();
      await thread.close();
    };
    return { url: host.url, ended: thread.ended, close };
  } catch (error) {
    await thread.close();
    throw error;
  }
}

/** The `serve` command: exit code 0 after a graceful stop, 1 when it cannot run, 2 for a command line it does not know. */
export async function serveCommand(args: readonly string[]): Promise<number> {
  const options = parseServeArguments(args);
  if (options === undefined) {
    process.stderr.write(`${catalogueOf('zh-CN').desktop.serve.usage}\n`);
    return 2;
  }
  try {
    const served = await openHeadless(options);
    announce(served.url, options);
    const stopped = await Promise.race([stopSignal().then(() => true), served.ended.then(() => false)]);
    await served.close();
    return stopped ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${messageOf(error, options.language)}\n`);
    return 1;
  }
}

function announce(url: string, { json, language }: ServeArguments): void {
  const text = json ? JSON.stringify({ url }) : catalogueOf(language).desktop.serve.ready({ url });
  process.stdout.write(`${text}\n`);
}

function messageOf(error: unknown, language: Language): string {
  if (error instanceof AppError) return failureMessage(language, error.failure);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

if (import.meta.main) process.exitCode = await serveCommand(process.argv.slice(2));
