import { openStore } from '#db/store.ts';

import { createImportSessions } from '../exchange/sessions.ts';
import { createJobs } from '../jobs/jobs.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import type { Context } from './context.ts';
import { failureOf } from './failures.ts';
import { createFiles } from './files.ts';
import { createHandler } from './handle.ts';
import type { Handle } from './handle.ts';
import { createLog } from './log.ts';

export interface ApplicationOptions {
  /** The data directory. */
  readonly directory: string;
  /** Where the built page is. */
  readonly pageDirectory: string;
  readonly clock?: Clock;
  readonly actor?: string;
}

export interface Application {
  readonly context: Context;
  readonly handle: Handle;
  close(): Promise<void>;
}

/** The context alone, without the page: for the command line and tests. */
export async function createContext(
  options: Omit<ApplicationOptions, 'pageDirectory'>,
): Promise<{ context: Context; close(): Promise<void> }> {
  const clock = options.clock ?? systemClock;
  const log = createLog(options.directory, clock.now);
  const store = await openStore(options.directory, {
    now: clock.now,
    onSlowQuery: (statement, milliseconds) => {
      log.warn('slow query', { statement, milliseconds: Math.round(milliseconds) });
    },
  });
  const files = createFiles(options.directory);
  const jobs = createJobs((error) => failureOf(error, log));
  const imports = createImportSessions(store.file);
  const context: Context = { store, clock, actor: options.actor ?? 'owner', jobs, files, log, imports };
  return {
    context,
    close: async () => {
      await jobs.close();
      await imports.close();
      files.close();
      await store.close();
    },
  };
}

export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { context, close } = await createContext(options);
  return { context, handle: createHandler(context, options.pageDirectory), close };
}
