import { businessDay, parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';
import type { AddedDayKind } from '#app/calendar/calendar-words.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { listAddedDays } from '#db/queries/calendar/added-days.ts';
import { promotionLinesToExport } from '#db/queries/calendar/exports.ts';
import { listPromotions } from '#db/queries/calendar/promotion-list.ts';
import { filterOf } from '#db/queries/lists/paging.ts';
import type { ReadAccess } from '#db/store.ts';

import { publishedDays } from '../calendar/published-days.ts';
import type { SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { importableSheet } from './importable-sheets.ts';

/** The promotions on the list, whole, as they import back. */
export async function promotionSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listPromotions(db, request.query, request.today);
  const lines = await promotionLinesToExport(
    db,
    rows.map(({ id }) => id),
  );
  const cells = lines.map(({ discount, category, ...line }) => ({
    ...line,
    discount: discount === null ? null : `${String(discount / 100)}%`,
    category: category === '' ? null : category,
  }));
  return importableSheet('promotions', cells, request);
}

/** Days off and working days of the year in the filter `year`: what is published, and what people said over it. */
export async function holidaySheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const text = filterOf(request.query, 'year') ?? request.today.slice(0, 4);
  const first = parseBusinessDay(`${text}-01-01`);
  if (first === undefined) throw appError('input.invalid', { field: 'year', found: text, expected: 'YYYY' });
  const last = businessDay(`${text}-12-31`);
  const days = new Map<BusinessDay, { kind: AddedDayKind; name: string }>(
    publishedDays(Number(text), Number(text)),
  );
  for (const { day, kind, name } of await listAddedDays(db, first, last)) days.set(day, { kind, name });
  const { dayKinds } = catalogueOf(request.language).calendarWords;
  const cells = [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { kind, name }]) => ({ day, dayKind: dayKinds[kind], dayName: name }));
  return importableSheet('holidays', cells, { ...request, columns: undefined });
}
