import { catalogueOf } from '#app/i18n/catalogue.ts';
import { listPolicyRows } from '#db/queries/lists/policies.ts';
import type { ReadAccess } from '#db/store.ts';

import type { SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { sheetOf } from './view-sheets.ts';

/** 补货策略 as they are shown; a term that another policy says is an empty cell. */
export async function policySheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listPolicyRows(db, request.query);
  const { reorderPolicies: words } = catalogueOf(request.language);
  const { columns: names, form } = words;
  type Row = (typeof rows)[number];
  const lead = ({ terms }: Row): string => {
    if (terms.leadSource === 'measured') return words.measured;
    return terms.leadDays === null ? '' : words.days({ days: String(terms.leadDays) });
  };
  return sheetOf<Row>(
    words.title,
    [
      { key: 'scope', header: names.scope, kind: 'text', cell: (row) => words.scopes[row.scope] },
      { key: 'name', header: words.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: names.name, kind: 'text', cell: (row) => row.name },
      { key: 'review', header: form.reviewDays, kind: 'quantity', cell: (row) => row.terms.reviewDays },
      { key: 'lead', header: names.lead, kind: 'text', cell: lead },
      {
        key: 'target',
        header: form.serviceLevel,
        kind: 'number',
        cell: (row) => percent(row.terms.serviceLevel),
      },
      { key: 'target', header: form.lostUnit, kind: 'money', cell: (row) => row.terms.lostUnit },
      { key: 'target', header: form.leftUnit, kind: 'money', cell: (row) => row.terms.leftUnit },
      { key: 'moq', header: names.moq, kind: 'quantity', cell: (row) => row.terms.moq },
      { key: 'packSize', header: names.packSize, kind: 'quantity', cell: (row) => row.terms.packSize },
      {
        key: 'shelfLife',
        header: names.shelfLife,
        kind: 'text',
        cell: ({ terms }) =>
          terms.shelfLifeCap === null ? null : terms.shelfLifeCap ? words.capped : words.uncapped,
      },
      { key: 'order', header: form.orderAmount, kind: 'money', cell: (row) => row.terms.orderAmount },
      { key: 'order', header: form.orderCartons, kind: 'quantity', cell: (row) => row.terms.orderCartons },
      { key: 'order', header: form.budget, kind: 'money', cell: (row) => row.terms.budget },
      { key: 'covers', header: names.covers, kind: 'quantity', cell: (row) => row.covers },
    ],
    rows,
    request,
  );
}

function percent(level: number | null): number | null {
  return level === null ? null : Number((level * 100).toFixed(1));
}
