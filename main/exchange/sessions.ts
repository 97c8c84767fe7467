import { appError } from '#app/core/errors.ts';
import { newId } from '#db/ids.ts';

import { startWorker } from '../jobs/worker-client.ts';
import type { WorkerClient } from '../jobs/worker-client.ts';
import type { HeldFile } from '../server/files.ts';
import type { ImportMethods } from './import-worker.ts';

/** One file being looked at: its worker holds the cells and the plan until it is committed or left. */
export interface ImportSession {
  readonly id: string;
  readonly file: HeldFile;
  readonly worker: WorkerClient<ImportMethods>;
}

export interface ImportSessions {
  readonly storeFile: string;
  open(file: HeldFile): ImportSession;
  get(id: string): ImportSession;
  discard(id: string): Promise<void>;
  close(): Promise<void>;
}

/** A file of 50 MB may take hundreds of megabytes as cells: the oldest open session gives way. */
const mostOpen = 3;

export function createImportSessions(storeFile: string): ImportSessions {
  const sessions = new Map<string, ImportSession>();
  const discard = async (id: string): Promise<void> => {
    const session = sessions.get(id);
    sessions.delete(id);
    await session?.worker.terminate();
  };
  return {
    storeFile,
    open: (file) => {
      const oldest = sessions.keys().next().value;
      if (sessions.size >= mostOpen && oldest !== undefined) void discard(oldest);
      const session: ImportSession = { id: newId(), file, worker: startWorker<ImportMethods>('import') };
      sessions.set(session.id, session);
      return session;
    },
    get: (id) => {
      const session = sessions.get(id);
      if (session === undefined) throw appError('notFound', { what: 'import', id });
      return session;
    },
    discard,
    close: async () => {
      await Promise.all([...sessions.keys()].map(discard));
    },
  };
}
