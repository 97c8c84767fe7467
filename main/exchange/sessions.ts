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

/** A commit that was started: its job, and when it is over either way. */
export interface StartedCommit {
  readonly jobId: string;
  readonly finished: Promise<unknown>;
}

export interface ImportSessions {
  readonly storeFile: string;
  open(file: HeldFile): ImportSession;
  get(id: string): ImportSession;
  /** Starts a commit of the session, or gives the job of the one under way: a second click is not a second commit. */
  commitOnce(id: string, start: (session: ImportSession) => StartedCommit): string;
  discard(id: string): Promise<void>;
  close(): Promise<void>;
}

/** A file of 50 MB may take hundreds of megabytes as cells: the oldest open session gives way. */
const mostOpen = 3;

export function createImportSessions(storeFile: string): ImportSessions {
  const sessions = new Map<string, ImportSession>();
  /** Session → job of the commit that is under way. */
  const committing = new Map<string, string>();
  const get = (id: string): ImportSession => {
    const session = sessions.get(id);
    if (session === undefined) throw appError('notFound', { what: 'import', id });
    return session;
  };
  const discard = async (id: string): Promise<void> => {
    const session = sessions.get(id);
    sessions.delete(id);
    await session?.worker.terminate();
  };
  return {
    storeFile,
    open: (file) => {
      const oldest = [...sessions.keys()].find((id) => !committing.has(id));
      if (sessions.size >= mostOpen && oldest !== undefined) void discard(oldest);
      const session: ImportSession = { id: newId(), file, worker: startWorker<ImportMethods>('import') };
      sessions.set(session.id, session);
      return session;
    },
    get,
    commitOnce: (id, start) => {
      const underWay = committing.get(id);
      if (underWay !== undefined) return underWay;
      const { jobId, finished } = start(get(id));
      committing.set(id, jobId);
      // Its failure is the job's to tell.
      void finished.catch(() => undefined).finally(() => committing.delete(id));
      return jobId;
    },
    discard,
    close: async () => {
      await Promise.all([...sessions.keys()].map(discard));
    },
  };
}
