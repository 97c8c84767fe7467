import type { BusinessDay } from '#app/core/business-day.ts';
import { safeFileName } from '#app/core/file-name.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { traceFlows } from '#app/stock/trace.ts';
import type { LotTrace, TraceSource, TraceThrough } from '#db/queries/stock/trace.ts';

import type { SheetToWrite, WriteCell } from '../exchange/writing/sheet-to-write.ts';

export function traceFileName({ lot }: LotTrace, today: BusinessDay, language: Language): string {
  const { fileName } = catalogueOf(language).batches.trace;
  return safeFileName(`${fileName} ${lot.productCode} ${lot.code} ${today}.xlsx`);
}

/** A batch trace as a workbook for a recall: what it is and whether the figures agree, then whom to call, then the rest. */
export function traceSheets(trace: LotTrace, today: BusinessDay, language: Language): SheetToWrite[] {
  return [
    summarySheet(trace, today, language),
    recipientSheet(trace, language),
    documentSheet('sources', trace.sources, trace, language),
    balanceSheet(trace, language),
    documentSheet('uses', trace.uses, trace, language),
  ];
}

function summarySheet(
  { lot, flows, totals }: LotTrace,
  today: BusinessDay,
  language: Language,
): SheetToWrite {
  const { names, statuses, trace: words } = catalogueOf(language).batches;
  const moved = traceFlows.filter((flow) => flows[flow] !== 0);
  return {
    name: words.sheets.summary,
    titleRows: [
      { label: words.title },
      { label: names.product, value: `${lot.productCode} ${lot.productName}` },
      { label: names.lot, value: lot.code },
      { label: names.registration, value: lot.registrationNumber },
      { label: names.productionDay, value: lot.productionDay, kind: 'day' },
      { label: names.expiryDay, value: lot.expiryDay, kind: 'day' },
      { label: names.certificate, value: lot.certificateNumber },
      { label: names.status, value: [statuses[lot.status], lot.statusReason].filter(Boolean).join(' ') },
      { label: words.asOf, value: today, kind: 'day' },
    ],
    columns: [
      { header: words.balance, kind: 'text', width: 26 },
      { header: names.quantity, kind: 'quantity' },
      { header: words.unit, kind: 'text' },
    ],
    rows: [
      ...moved.map((flow): WriteCell[] => [words.flows[flow], flows[flow], lot.unit]),
      [names.onHand, totals.onHand, lot.unit],
      [
        totals.difference === 0 ? words.agrees : words.differs({ difference: String(totals.difference) }),
        totals.difference,
        '',
      ],
    ],
  };
}

function recipientSheet({ recipients }: LotTrace, language: Language): SheetToWrite {
  const { names, trace: words } = catalogueOf(language).batches;
  const { code, name } = catalogueOf(language).lists.columns;
  const sum = (value: (row: (typeof recipients)[number]) => number): number =>
    recipients.filter(({ through }) => through === null).reduce((total, row) => total + value(row), 0);
  return {
    name: words.sheets.recipients,
    columns: [
      { header: code, kind: 'text' },
      { header: name, kind: 'text' },
      { header: names.phone, kind: 'text' },
      { header: names.region, kind: 'text' },
      { header: words.issued, kind: 'quantity' },
      { header: words.returned, kind: 'quantity' },
      { header: words.net, kind: 'quantity' },
      { header: words.lastDay, kind: 'day' },
      { header: words.through, kind: 'text' },
      { header: words.documents, kind: 'text', width: 40 },
    ],
    rows: recipients.map((row) => [
      row.partner?.code ?? '',
      row.partner?.name ?? words.anonymous,
      row.partner?.phone ?? '',
      [row.partner?.region, row.partner?.city].filter(Boolean).join(' '),
      row.issued,
      row.returned,
      row.net,
      row.lastDay,
      throughText(row.through, row.isCertain, language),
      row.numbers.join(' '),
    ]),
    totalRow: [
      words.itself,
      null,
      null,
      null,
      sum((row) => row.issued),
      sum((row) => row.returned),
      sum((row) => row.net),
    ],
  };
}

function documentSheet(
  kind: 'sources' | 'uses',
  rows: readonly TraceSource[],
  { components }: LotTrace,
  language: Language,
): SheetToWrite {
  const { batches, stockWords } = catalogueOf(language);
  const { names, trace: words, lotless } = batches;
  const through = kind === 'sources' ? components : [];
  const cells = (row: TraceSource, of: string): WriteCell[] => [
    row.day,
    stockWords.kinds[row.kind],
    row.number,
    row.partner?.name ?? '',
    row.partner?.phone ?? '',
    row.quantity,
    of,
  ];
  return {
    name: words.sheets[kind],
    columns: [
      { header: names.day, kind: 'day' },
      { header: names.kind, kind: 'text' },
      { header: names.number, kind: 'text' },
      { header: names.partner, kind: 'text' },
      { header: names.phone, kind: 'text' },
      { header: names.quantity, kind: 'quantity' },
      { header: words.through, kind: 'text' },
    ],
    rows: [
      ...rows.map((row) => cells(row, '')),
      ...through.flatMap((component) =>
        component.sources.map((row) =>
          cells(row, `${component.productCode} ${component.productName} ${component.lot ?? lotless}`),
        ),
      ),
    ],
  };
}

function balanceSheet({ onHand, lot }: LotTrace, language: Language): SheetToWrite {
  const { batches, stockWords } = catalogueOf(language);
  const { names, trace: words } = batches;
  return {
    name: words.sheets.onHand,
    columns: [
      { header: names.warehouse, kind: 'text' },
      { header: names.kind, kind: 'text' },
      { header: names.quantity, kind: 'quantity' },
      { header: words.unit, kind: 'text' },
      { header: words.through, kind: 'text' },
    ],
    rows: onHand.map((row) => [
      row.warehouse,
      stockWords.warehouseKinds[row.warehouseKind],
      row.quantity,
      row.through === null ? lot.unit : '',
      throughText(row.through, row.through?.lot !== null, language),
    ]),
  };
}

function throughText(through: TraceThrough | null, isCertain: boolean, language: Language): string {
  const { trace: words, lotless } = catalogueOf(language).batches;
  if (through === null) return '';
  const text = `${through.productCode} ${through.productName} ${through.lot ?? lotless}`;
  return isCertain ? text : `${text}（${words.uncertain}）`;
}
