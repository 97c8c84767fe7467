import { catalogueOf } from '#app/i18n/catalogue.ts';
import { getDocumentId } from '#db/queries/document-view.ts';

import { reverseOnRequest } from '../../stock/reverse-document.ts';
import { dayOption, positionals, textOption } from './command.ts';
import type { Command, ParsedArguments } from './command.ts';

const anchorChoices = ['refuse', 'keep', 'change'] as const;

function anchorsOf(parsed: ParsedArguments): (typeof anchorChoices)[number] {
  const text = textOption(parsed, 'counts') ?? 'refuse';
  const choice = anchorChoices.find((known) => known === text);
  if (choice === undefined) throw new Error(`--counts ${text}: keep | change`);
  return choice;
}

/** Takes a posted document back by its opposite. */
export const reverseCommand: Command = {
  options: { day: { type: 'string' }, note: { type: 'string' }, counts: { type: 'string' } },
  check: (parsed) => {
    positionals(parsed, 'NUMBER');
    dayOption(parsed, 'day');
    anchorsOf(parsed);
  },
  run: async (context, parsed, language) => {
    const [number = ''] = positionals(parsed, 'NUMBER');
    const id = await getDocumentId(context.store.read, number);
    const reversal = await reverseOnRequest(context, {
      id,
      day: dayOption(parsed, 'day'),
      note: textOption(parsed, 'note') ?? '',
      anchors: anchorsOf(parsed),
    });
    const text = catalogueOf(language).commandLine.reversed({ number, by: reversal.number });
    return { exit: 0, json: { reversed: { id, number }, by: reversal }, text };
  },
};
