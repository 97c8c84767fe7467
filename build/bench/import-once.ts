import { basename } from 'node:path';

import { createContext } from '#main/server/application.ts';
import { analyseImport, withDefaults } from '#main/exchange/analyse-import.ts';
import { commitImport } from '#main/exchange/commit-import.ts';
import { runReplenishment } from '#main/replenishment/run-replenishment.ts';
import { listReorderLines } from '#db/queries/reorder-lines.ts';
import { listQuery } from '#app/core/listing.ts';

/** Run as a process of its own: imports argv[2] into the new store argv[3] and prints milliseconds and peak memory as JSON. */
const [, , file = '', directory = ''] = process.argv;
const { context, close } = await createContext({ directory });
const job = { id: 'bench', signal: new AbortController().signal, report: () => undefined };
const laps: Record<string, number> = {};
let last = performance.now();
const lap = (name: string): void => {
  const now = performance.now();
  laps[name] = Math.round(now - last);
  last = now;
};
const session = context.imports.open(await context.files.holdPath(basename(file), file));
const overview = await analyseImport(context, session, withDefaults(context, {}), undefined, job);
lap('preview');
await commitImport(context, session, { skipRejected: true }, job);
lap('commit');
const importPeak = Math.round(process.resourceUsage().maxRSS / 1024);
await context.imports.discard(session.id);
last = performance.now();
const { planId } = await runReplenishment(context, {}, job);
const lines = await listReorderLines(context.store.read, planId, listQuery.parse({}));
lap('reorder');
await close();
const rows = overview.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
process.stdout.write(
  `${JSON.stringify({ ...laps, rows, products: lines.total, importPeakMegabytes: importPeak })}\n`,
);
