import type { ImportedKind, ValueShape } from '#app/exchange/columns.ts';
import { templateColumns } from '#app/exchange/template-sheet.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';

import type { ColumnKind } from './writing/sheet-to-write.ts';
import { writeWorkbook } from './writing/write-workbook.ts';

const cellKinds: Readonly<Record<ValueShape, ColumnKind>> = {
  code: 'text',
  text: 'text',
  barcode: 'text',
  phone: 'text',
  day: 'day',
  quantity: 'quantity',
  money: 'money',
  number: 'number',
};

/**
 * An empty sheet of one kind to be filled in: headers in the language, one example row, and lists to choose from. The example lies in
 * `warehouse`, by its name.
 */
export function templateWorkbook(kind: ImportedKind, language: Language, warehouse: string): Uint8Array {
  const { sheets, sheetExamples } = catalogueOf(language);
  const columns = templateColumns(kind, sheetExamples, warehouse);
  return writeWorkbook([
    {
      name: sheets.kinds[kind],
      columns: columns.map(({ field, shape, choices }) => ({
        header: sheets.fields[field],
        kind: cellKinds[shape],
        choices,
      })),
      rows: [columns.map(({ example }) => example)],
    },
  ]);
}
