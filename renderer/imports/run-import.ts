import type { BusinessDay } from '#app/core/business-day.ts';
import type { SalesMode } from '#app/exchange/kinds.ts';
import type { SheetChoice } from '#app/exchange/plan-types.ts';
import type { TextEncoding } from '#app/exchange/sheet.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import { mutate, queryClient } from '../api/client.ts';
import { troubleOf } from '../api/failure.ts';
import { invalidateEverything } from '../api/hooks.ts';
import { uploadFile } from '../api/upload.ts';
import { notifyFailure } from '../ui/notify.tsx';
import type { JobView } from '../ui/use-job.ts';
import { clearWork, readWork, setWork } from './import-work.ts';
import type { Committed, Wish } from './import-work.ts';

let upload: AbortController | null = null;

function failed(error: unknown): void {
  const trouble = troubleOf(error);
  if (trouble.kind === 'failure') setWork({ failure: trouble.failure });
  else notifyFailure(error);
}

async function discard(): Promise<void> {
  const { sessionId } = readWork();
  if (sessionId === null) return;
  // The session may be gone already, and nobody waits for it.
  await mutate('imports.discard', { sessionId }).catch(() => undefined);
}

/** Hands a file over and begins to read it. A file being worked on gives way; nothing of it was written. */
export async function beginImport(file: File): Promise<void> {
  upload?.abort();
  const own = new AbortController();
  upload = own;
  void discard();
  clearWork();
  setWork({ fileName: file.name, uploading: true });
  try {
    const { uploadId } = await uploadFile(file, own.signal);
    const { asOf, mode } = readWork();
    const options = { mode, ...(asOf === null ? {} : { asOf }) };
    const { sessionId, jobId } = await mutate('imports.start', { uploadId, options });
    if (upload === own) setWork({ sessionId, planJobId: jobId, uploading: false });
  } catch (error) {
    if (upload !== own) return;
    setWork({ uploading: false });
    if (error instanceof DOMException && error.name === 'AbortError') clearWork();
    else failed(error);
  }
}

export function cancelUpload(): void {
  upload?.abort();
}

/** Leaves the file; nothing of it was written. */
export function leaveImport(): void {
  upload?.abort();
  void discard();
  clearWork();
}

/** Going to another page after a commit: coming back begins anew, with what was imported in the history. */
export function leaveWhenDone(): void {
  if (readWork().committed !== null) leaveImport();
}

/** Reads the file again as wished, or as soon as the reading under way is done. */
export async function replan(wish: Wish): Promise<void> {
  const { sessionId, planJobId } = readWork();
  setWork({ wish });
  if (sessionId === null || planJobId !== null) return;
  const encoding = wish.encoding === null ? {} : { encoding: wish.encoding };
  try {
    setWork({ planJobId: '' });
    const { jobId } = await mutate('imports.replan', { sessionId, options: wish.options, ...encoding });
    setWork({ planJobId: jobId, wish: readWork().wish === wish ? null : readWork().wish });
  } catch (error) {
    setWork({ planJobId: null, wish: null });
    notifyFailure(error);
  }
}

/** The store changed under a file that is being looked at: what it would do has to be found out again. */
export function planAgain(): void {
  const { sessionId, committed, wish } = readWork();
  if (sessionId === null || committed !== null) return;
  const overview = queryClient.getQueryData<ImportOverview>(['imports.overview', { sessionId }]);
  if (overview !== undefined) void replan(wishOf(overview, wish));
}

/** The reading ended, one way or the other. */
export function planEnded(job: JobView): void {
  const { sessionId, wish } = readWork();
  const key = ['imports.overview', { sessionId }];
  // Only the first reading leads on to the next step; a later one leaves the person where they are.
  const first = queryClient.getQueryData(key) === undefined;
  setWork({ planJobId: null });
  if (job.state === 'cancelled') {
    if (first) leaveImport();
    return;
  }
  if (job.state === 'failed') {
    if (job.failure !== undefined && job.failure !== null) setWork({ failure: job.failure });
    return;
  }
  queryClient.setQueryData(key, job.result);
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      path === 'imports.problems' || path === 'imports.problemGroups' || path === 'imports.rows',
  });
  setWork({ failure: null, skipRejected: false, ...(first ? { step: 'recognise' as const } : {}) });
  if (wish !== null) void replan(wish);
}

export async function beginCommit(): Promise<void> {
  const { sessionId, skipRejected } = readWork();
  if (sessionId === null) return;
  setWork({ step: 'commit', failure: null, committed: null });
  try {
    const { jobId } = await mutate('imports.commit', { sessionId, skipRejected });
    setWork({ commitJobId: jobId });
  } catch (error) {
    failed(error);
  }
}

export function commitEnded(job: JobView): void {
  setWork({ commitJobId: null });
  if (job.state === 'done') {
    setWork({ committed: job.result as Committed });
    void invalidateEverything();
  } else {
    setWork({ failure: job.failure ?? { code: 'job.cancelled', parameters: {} } });
  }
}

/** What the options are once everything wished is done. */
export function wishOf(overview: ImportOverview, wish: Wish | null): Wish {
  return wish ?? { options: overview.options, encoding: overview.file.encoding };
}

export function withAsOf(wish: Wish, asOf: BusinessDay): Wish {
  return { ...wish, options: { ...wish.options, asOf } };
}

export function withMode(wish: Wish, mode: SalesMode): Wish {
  return { ...wish, options: { ...wish.options, mode } };
}

export function withEncoding(wish: Wish, encoding: TextEncoding): Wish {
  return { ...wish, encoding };
}

/** One sheet chosen otherwise. Another kind or header row leaves the columns to be guessed again. */
export function withChoice(wish: Wish, sheet: string, change: SheetChoice): Wish {
  const before = wish.options.choices[sheet] ?? {};
  const { columns: _, ...others } = before;
  const again = change.kind !== undefined || change.headerRow !== undefined;
  const columns = { ...(again ? {} : before.columns), ...change.columns };
  const choice: SheetChoice = {
    ...others,
    ...change,
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
  };
  return { ...wish, options: { ...wish.options, choices: { ...wish.options.choices, [sheet]: choice } } };
}
