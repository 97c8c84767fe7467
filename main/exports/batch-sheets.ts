import { daysBetween } from '#app/core/business-day.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { listExpiry } from '#db/queries/lists/expiry-board.ts';
import { listInspections } from '#db/queries/lists/inspections.ts';
import { listLots } from '#db/queries/lists/lots.ts';
import { expiryStagesByCategory } from '#db/queries/stock/expiry-policy.ts';
import type { ReadAccess } from '#db/store.ts';

import type { SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { sheetOf } from './view-sheets.ts';

function stageText(stage: string, language: Language): string {
  const { stages, within } = catalogueOf(language).batches.expiry;
  if (stage === 'expired' || stage === 'later' || stage === 'unknown') return stages[stage];
  return within({ days: stage });
}

export async function expirySheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { today, language } = request;
  const { rows } = await listExpiry(db, request.query, { today, stages: await expiryStagesByCategory(db) });
  const { batches, lists } = catalogueOf(language);
  const { names, statuses, expiry } = batches;
  return sheetOf<(typeof rows)[number]>(
    expiry.title,
    [
      { key: 'stage', header: names.stage, kind: 'text', cell: (row) => stageText(row.stage, language) },
      { key: 'code', header: lists.columns.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: lists.columns.name, kind: 'text', cell: (row) => row.name },
      { key: 'category', header: names.category, kind: 'text', cell: (row) => row.category },
      { key: 'lot', header: names.lot, kind: 'text', cell: (row) => row.lot },
      { key: 'productionDay', header: names.productionDay, kind: 'day', cell: (row) => row.productionDay },
      { key: 'expiryDay', header: names.expiryDay, kind: 'day', cell: (row) => row.expiryDay },
      {
        key: 'daysLeft',
        header: names.daysLeft,
        kind: 'number',
        cell: (row) => (row.expiryDay === null ? null : daysBetween(today, row.expiryDay)),
      },
      { key: 'warehouse', header: names.warehouse, kind: 'text', cell: (row) => row.warehouse },
      { key: 'quantity', header: names.quantity, kind: 'quantity', cell: (row) => row.quantity },
      { key: 'unit', header: names.unit, kind: 'text', cell: (row) => row.unit },
      { key: 'value', header: names.value, kind: 'money', cell: (row) => row.value },
      { key: 'status', header: names.status, kind: 'text', cell: (row) => statuses[row.status] },
    ],
    rows,
    request,
  );
}

export async function lotSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listLots(db, request.query, request.today);
  const { batches, lists } = catalogueOf(request.language);
  const { names, statuses } = batches;
  return sheetOf<(typeof rows)[number]>(
    batches.lots.title,
    [
      { key: 'lot', header: names.lot, kind: 'text', cell: (row) => row.lot },
      { key: 'code', header: lists.columns.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: lists.columns.name, kind: 'text', cell: (row) => row.name },
      { key: 'productionDay', header: names.productionDay, kind: 'day', cell: (row) => row.productionDay },
      { key: 'expiryDay', header: names.expiryDay, kind: 'day', cell: (row) => row.expiryDay },
      {
        key: 'certificateNumber',
        header: names.certificate,
        kind: 'text',
        cell: (row) => row.certificateNumber,
      },
      {
        key: 'status',
        header: names.status,
        kind: 'text',
        cell: (row) => [statuses[row.status], row.statusReason].filter(Boolean).join(' '),
      },
      { key: 'onHand', header: names.onHand, kind: 'quantity', cell: (row) => row.onHand },
      { key: 'places', header: names.places, kind: 'text', cell: (row) => row.places },
    ],
    rows,
    request,
  );
}

/** Everything that whoever inspects may ask for, whatever the screen shows. */
export async function inspectionSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listInspections(db, request.query);
  const { batches, lists } = catalogueOf(request.language);
  const { names, inspections: words } = batches;
  const numberOr = (number: string, hasFile: boolean): string =>
    number === '' && hasFile ? words.byFile : number;
  return sheetOf<(typeof rows)[number]>(
    words.title,
    [
      { key: 'day', header: words.purchaseDay, kind: 'day', cell: (row) => row.day },
      { key: 'number', header: names.number, kind: 'text', cell: (row) => row.number },
      { key: 'code', header: lists.columns.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: lists.columns.name, kind: 'text', cell: (row) => row.name },
      {
        key: 'registrationNumber',
        header: names.registration,
        kind: 'text',
        cell: (row) => numberOr(row.registrationNumber, row.files.includes('registration')),
      },
      { key: 'lot', header: names.lot, kind: 'text', cell: (row) => row.lot },
      { key: 'productionDay', header: names.productionDay, kind: 'day', cell: (row) => row.productionDay },
      { key: 'expiryDay', header: names.expiryDay, kind: 'day', cell: (row) => row.expiryDay },
      { key: 'unit', header: names.unit, kind: 'text', cell: (row) => row.unit },
      { key: 'quantity', header: names.quantity, kind: 'quantity', cell: (row) => row.quantity },
      { key: 'supplier', header: words.supplier, kind: 'text', cell: (row) => row.supplier },
      { key: 'supplierAddress', header: names.address, kind: 'text', cell: (row) => row.supplierAddress },
      { key: 'supplierPhone', header: names.phone, kind: 'text', cell: (row) => row.supplierPhone },
      {
        key: 'supplierLicence',
        header: words.licence,
        kind: 'text',
        cell: (row) => numberOr(row.supplierLicence, row.files.includes('licence')),
      },
      {
        key: 'certificateNumber',
        header: names.certificate,
        kind: 'text',
        cell: (row) => numberOr(row.certificateNumber, row.files.includes('certificate')),
      },
      {
        key: 'missing',
        header: words.missing,
        kind: 'text',
        cell: (row) => row.missing.map((item) => words.items[item]).join(', '),
      },
      { key: 'result', header: words.result, kind: 'text', cell: (row) => words.results[row.result] },
      { key: 'inspector', header: words.inspector, kind: 'text', cell: (row) => row.inspector },
      { key: 'retainUntil', header: words.retainUntil, kind: 'day', cell: (row) => row.retainUntil },
      { key: 'note', header: words.note, kind: 'text', cell: (row) => row.note },
    ],
    rows,
    { ...request, columns: undefined },
  );
}
