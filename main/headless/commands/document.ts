import { catalogueOf } from '#app/i18n/catalogue.ts';
import { getDocumentId } from '#db/queries/document-view.ts';

import { saveFile } from '../../exchange/writing/save-file.ts';
import { documentWorkbook } from '../../stock/document-workbook.ts';
import { pathFromHere, positionals, textOption } from './command.ts';
import type { Command, ParsedArguments } from './command.ts';

function outOf(parsed: ParsedArguments): string {
  const out = textOption(parsed, 'out') ?? '';
  if (!/\.xlsx$/iu.test(out)) throw new Error('--out FILE.xlsx');
  return pathFromHere(out);
}

/** Saves one document as a workbook. */
export const documentCommand: Command = {
  options: { out: { type: 'string' } },
  check: (parsed) => {
    positionals(parsed, 'NUMBER');
    outOf(parsed);
  },
  run: async ({ store }, parsed, language) => {
    const [number = ''] = positionals(parsed, 'NUMBER');
    const path = outOf(parsed);
    const id = await getDocumentId(store.read, number);
    const { bytes, rows } = await documentWorkbook(store.read, id, language);
    await saveFile(path, bytes);
    return {
      exit: 0,
      json: { id, number, rows, path },
      text: catalogueOf(language).commandLine.saved({ path }),
    };
  },
};
