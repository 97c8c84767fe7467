import { safeFileName } from '#app/core/file-name.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { gistSentence } from '#app/what-if/gist.ts';
import { comparedNames, formatShare, measureRows, measuresOf } from '#app/what-if/measure-rows.ts';
import type { ComparedName, MeasureRow } from '#app/what-if/measure-rows.ts';
import type { WhatIfResult } from '#app/what-if/types.ts';
import type { WhatIfRun } from '#db/queries/what-if-runs.ts';

import type { SheetToWrite, TitleRow, WriteCell } from '../exchange/writing/sheet-to-write.ts';
import { writeWorkbook } from '../exchange/writing/write-workbook.ts';

/** A run as an .xlsx: a rule a row with all measures, and the points of both curves on a second sheet. */
export function whatIfWorkbook(
  run: WhatIfRun,
  language: Language,
): { readonly name: string; readonly bytes: Uint8Array } {
  const { title } = catalogueOf(language).whatIf;
  const name = safeFileName(`${title} ${run.result.firstDay} ${run.result.lastDay}.xlsx`);
  return { name, bytes: writeWorkbook([resultSheet(run, language), curveSheet(run.result, language)]) };
}

function resultSheet(run: WhatIfRun, language: Language): SheetToWrite {
  const { whatIf: words } = catalogueOf(language);
  const kinds = { share: 'number', days: 'number', units: 'quantity', money: 'money' } as const;
  return {
    name: words.title,
    titleRows: titleRows(run, language),
    columns: [
      { header: words.curve.rule, kind: 'text' },
      ...measureRows.map(({ key, kind }) => ({ header: words.rows[key], kind: kinds[kind] })),
    ],
    rows: comparedNames.map((name) => [
      words.rules[name],
      ...measureRows.map((row) => cellOf(run.result, name, row)),
    ]),
  };
}

function titleRows({ parameters, result }: WhatIfRun, language: Language): TitleRow[] {
  const { whatIf: words, kit } = catalogueOf(language);
  const { form } = words;
  const number = (label: string, value: number | null): TitleRow => ({ label, value, kind: 'number' });
  return [
    { label: words.title, value: gistSentence(words.gist, result.gist) },
    {
      label: form.weeks,
      value: words.period({
        first: result.firstDay,
        last: result.lastDay,
        products: result.products,
      }),
    },
    number(form.reviewDays, parameters.reviewDays),
    parameters.leadDays === null
      ? { label: form.leadDays, value: form.leadDaysHint }
      : number(form.leadDays, parameters.leadDays),
    number(form.leadSpreadDays, parameters.leadSpreadDays),
    { label: form.serviceLevel, value: formatShare(parameters.serviceLevel) },
    number(form.averageSafetyDays, parameters.averageSafetyDays),
    parameters.budget === null
      ? { label: form.budget, value: kit.none }
      : { label: form.budget, value: parameters.budget, kind: 'money' },
    { label: words.measures, value: words.unseen },
  ];
}

function cellOf(result: WhatIfResult, name: ComparedName, { key, kind }: MeasureRow): WriteCell {
  const value = measuresOf(result, name)?.[key] ?? null;
  if (value === null) return null;
  if (kind === 'money') return value;
  return kind === 'units' ? Math.round(value) : Number(value.toFixed(kind === 'share' ? 4 : 1));
}

function curveSheet({ curves }: WhatIfResult, language: Language): SheetToWrite {
  const { whatIf: words } = catalogueOf(language);
  const { curve } = words;
  return {
    name: curve.title,
    columns: [
      { header: curve.rule, kind: 'text' },
      { header: curve.setting, kind: 'text' },
      { header: curve.fillRate, kind: 'number' },
      { header: curve.stockDays, kind: 'number' },
    ],
    rows: (['system', 'average'] as const).flatMap((name) =>
      curves[name].map(({ setting, fillRate, stockDays }) => [
        words.rules[name],
        name === 'system' ? curve.level({ level: formatShare(setting) }) : curve.safety({ days: setting }),
        Number(fillRate.toFixed(4)),
        Number(stockDays.toFixed(1)),
      ]),
    ),
  };
}
