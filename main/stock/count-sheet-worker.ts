import { readFileSync } from 'node:fs';

import { appError } from '#app/core/errors.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { languages } from '#app/i18n/translation.ts';
import { countSheetFields, readCountSheet } from '#app/stock/count-sheet-read.ts';
import type { CountSheetContent, CountSheetHeaders } from '#app/stock/count-sheet-read.ts';

import { readWorkbook } from '../exchange/reading/read-workbook.ts';
import type { Progress } from '../jobs/jobs.ts';
import { serveWorker } from '../jobs/worker-server.ts';

/** Whatever the language of the person who exported it. */
const headers = Object.fromEntries(
  countSheetFields.map((field) => [
    field,
    languages.map((language) => catalogueOf(language).stocktake.sheet.fields[field]),
  ]),
) as unknown as CountSheetHeaders;

const methods = {
  /** The rows of a count sheet. Fails as reading a workbook does, and with `stocktake.sheetColumns`. */
  read: (
    { path, name }: { readonly path: string; readonly name: string },
    report: (progress: Progress) => void,
  ): CountSheetContent => {
    report({ phase: 'reading', done: 0, total: null });
    const content = readCountSheet(readWorkbook(readFileSync(path), { name }), headers);
    if ('missing' in content) throw appError('stocktake.sheetColumns', { name, missing: content.missing });
    return content;
  },
};

export type CountSheetMethods = typeof methods;

serveWorker(methods);
