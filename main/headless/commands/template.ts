import { importedKinds } from '#app/exchange/columns.ts';
import type { ImportedKind } from '#app/exchange/columns.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { defaultWarehouseName } from '#db/queries/defaults.ts';

import { templateWorkbook } from '../../exchange/template-workbook.ts';
import { saveFile } from '../../exchange/writing/save-file.ts';
import { pathFromHere, positionals, textOption } from './command.ts';
import type { Command, ParsedArguments } from './command.ts';

function kindOf(parsed: ParsedArguments): ImportedKind {
  const [name = ''] = positionals(parsed, importedKinds.join('|'));
  const kind = importedKinds.find((known) => known === name);
  if (kind === undefined) throw new Error(`${name}: ${importedKinds.join(' | ')}`);
  return kind;
}

function outOf(parsed: ParsedArguments): string {
  const out = textOption(parsed, 'out') ?? '';
  if (!/\.xlsx$/iu.test(out)) throw new Error('--out FILE.xlsx');
  return pathFromHere(out);
}

export const templateCommand: Command = {
  options: { out: { type: 'string' } },
  check: (parsed) => {
    kindOf(parsed);
    outOf(parsed);
  },
  run: async (context, parsed, language) => {
    const kind = kindOf(parsed);
    const path = outOf(parsed);
    const warehouse = await defaultWarehouseName(context.store.read);
    await saveFile(path, templateWorkbook(kind, language, warehouse));
    return { exit: 0, json: { kind, path }, text: catalogueOf(language).commandLine.saved({ path }) };
  },
};
