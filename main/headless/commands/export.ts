import { listQuery } from '#app/core/listing.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';

import { saveFile } from '../../exchange/writing/save-file.ts';
import { writeCsv } from '../../exchange/writing/write-csv.ts';
import { writeWorkbook } from '../../exchange/writing/write-workbook.ts';
import { exportList } from '../../exports/export-list.ts';
import { pathFromHere, positionals, textOption } from './command.ts';
import type { Command, ParsedArguments } from './command.ts';

const lists = ['products', 'sales', 'stock', 'promotions', 'holidays'] as const;

function listOf(parsed: ParsedArguments): (typeof lists)[number] {
  const [name = ''] = positionals(parsed, lists.join('|'));
  const list = lists.find((known) => known === name);
  if (list === undefined) throw new Error(`${name}: ${lists.join(' | ')}`);
  return list;
}

function outOf(parsed: ParsedArguments): string {
  const out = textOption(parsed, 'out') ?? '';
  if (!/\.(xlsx|csv)$/iu.test(out)) throw new Error('--out FILE.xlsx | FILE.csv');
  return pathFromHere(out);
}

export const exportCommand: Command = {
  options: { out: { type: 'string' } },
  check: (parsed) => {
    listOf(parsed);
    outOf(parsed);
  },
  run: async ({ store, clock }, parsed, language) => {
    const list = listOf(parsed);
    const path = outOf(parsed);
    const listed = await exportList(store.read, {
      list,
      query: listQuery.parse({}),
      language,
      today: clock.today(),
    });
    // Oldest first: a file imports from top to bottom, so that it comes out again as it went in.
    const sheet = list === 'sales' ? { ...listed, rows: listed.rows.toReversed() } : listed;
    await saveFile(path, path.toLowerCase().endsWith('.csv') ? writeCsv(sheet) : writeWorkbook([sheet]));
    const rows = sheet.rows.length;
    return {
      exit: 0,
      json: { list, rows, path },
      text: catalogueOf(language).commandLine.exported({ rows, path }),
    };
  },
};
