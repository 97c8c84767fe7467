import { openReader } from '#db/store.ts';

import { writeCsv } from '../exchange/writing/write-csv.ts';
import { writeWorkbook } from '../exchange/writing/write-workbook.ts';
import type { Progress } from '../jobs/jobs.ts';
import { serveWorker } from '../jobs/worker-server.ts';
import { exportList } from './export-list.ts';
import type { ExportOptions } from './export-list.ts';

export interface ExportFileRequest extends ExportOptions {
  readonly storeFile: string;
  readonly format: 'xlsx' | 'csv';
}

const methods = {
  /** The file's content and the name of its sheet. */
  write: async (
    { storeFile, format, ...options }: ExportFileRequest,
    report: (progress: Progress) => void,
  ): Promise<{ bytes: Uint8Array; title: string }> => {
    report({ phase: 'reading', done: 0, total: null });
    const { read, close } = openReader(storeFile);
    try {
      // One moment of the store, however long the reading takes.
      const sheet = await read.transaction().execute((snapshot) => exportList(snapshot, options));
      report({ phase: 'exporting', done: 0, total: sheet.rows.length });
      return { bytes: format === 'csv' ? writeCsv(sheet) : writeWorkbook([sheet]), title: sheet.name };
    } finally {
      await close();
    }
  },
};

export type ExportMethods = typeof methods;

serveWorker(methods);
