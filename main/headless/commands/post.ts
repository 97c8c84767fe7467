import { appError } from '#app/core/errors.ts';
import type { SheetChoice } from '#app/exchange/plan-types.ts';
import type { ImportOverview } from '#app/exchange/views.ts';

import { positionals, textOption } from './command.ts';
import type { Command, ParsedArguments } from './command.ts';
import { importFile } from './import-file.ts';
import { importArguments, importOptionsOf } from './import-options.ts';

const documentKinds = ['receipts', 'movements', 'counts'] as const;
type DocumentSheet = (typeof documentKinds)[number];

function kindOf(parsed: ParsedArguments): DocumentSheet | undefined {
  const text = textOption(parsed, 'kind');
  const kind = documentKinds.find((known) => known === text);
  if (text !== undefined && kind === undefined)
    throw new Error(`--kind ${text}: ${documentKinds.join(' | ')}`);
  return kind;
}

/**
 * Only sheets that are documents are posted. A kind that is named holds for every sheet that could be read at all, and for one
 * that could not where it is the only one. Fails with `import.noDocuments` where the file has none.
 */
function documentsOnly(
  kind: DocumentSheet | undefined,
  { guesses, file }: ImportOverview,
): Record<string, SheetChoice> {
  const choices: Record<string, SheetChoice> = {};
  for (const guess of guesses) {
    const isDocument = documentKinds.some((known) => known === guess.kind);
    const isNamed = kind !== undefined && (guess.kind !== 'other' || guesses.length === 1);
    choices[guess.name] = isNamed ? { kind } : isDocument ? {} : { kind: 'other' };
  }
  if (Object.values(choices).every((choice) => choice.kind === 'other'))
    throw appError('import.noDocuments', { name: file.name });
  return choices;
}

/** 过账: the documents of a file, by the same services as the import. */
export const postCommand: Command = {
  options: { ...importArguments, kind: { type: 'string' } },
  check: (parsed) => {
    positionals(parsed, 'FILE');
    importOptionsOf(parsed);
    kindOf(parsed);
  },
  run: (context, parsed, language) =>
    importFile(context, parsed, language, {
      choose: (overview) => documentsOnly(kindOf(parsed), overview),
    }),
};
