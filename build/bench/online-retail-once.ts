import { basename } from 'node:path';

import type { ImportOptions } from '#app/exchange/plan-types.ts';
import { checkStore } from '#db/queries/check-store.ts';
import { analyseImport, withDefaults } from '#main/exchange/analyse-import.ts';
import { commitImport } from '#main/exchange/commit-import.ts';
import { undoImport } from '#main/exchange/undo-import.ts';
import { createContext } from '#main/server/application.ts';

/**
 * Run as a process of its own: imports argv[2] into the new store argv[3] as argv[4] says (history or issue), checks the store,
 * undoes the import and checks again; prints seconds, counts and peak memory as JSON.
 */
const [, , file = '', directory = '', mode = 'history'] = process.argv;
const { context, close } = await createContext({ directory });
const job = { id: 'bench', signal: new AbortController().signal, report: () => undefined };
const laps: Record<string, number> = {};
const peaks: Record<string, number> = {};
async function lap<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const started = performance.now();
  const value = await work();
  laps[name] = Math.round((performance.now() - started) / 100) / 10;
  peaks[name] = Math.round(process.resourceUsage().maxRSS / 1024);
  return value;
}
const options: Partial<ImportOptions> = { mode: mode === 'issue' ? 'issue' : 'history', allowNegative: true };
const session = context.imports.open(await context.files.holdPath(basename(file), file));
const overview = await lap('preview', () =>
  analyseImport(context, session, withDefaults(context, options), undefined, job),
);
const { importId, documentCount } = await lap('commit', () =>
  commitImport(context, session, { skipRejected: true }, job),
);
await context.imports.discard(session.id);
const after = await lap('check', () => checkStore(context.store.read));
const undone = await lap('undo', () => undoImport(context, importId ?? ''));
const again = await lap('checkAfterUndo', () => checkStore(context.store.read));
await close();
const [sheet] = overview.sheets;
process.stdout.write(
  `${JSON.stringify({
    mode,
    rows: sheet?.rows,
    accepted: sheet?.accepted,
    duplicates: sheet?.duplicates,
    rejected: sheet?.rejected,
    documents: documentCount,
    reversed: undone.reversedDocuments,
    problems: [...after.problems, ...again.problems].slice(0, 5),
    seconds: laps,
    peakMegabytes: peaks,
  })}\n`,
);
