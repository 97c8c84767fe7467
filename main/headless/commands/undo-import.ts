import { catalogueOf } from '#app/i18n/catalogue.ts';

import { undoImport } from '../../exchange/undo-import.ts';
import { positionals } from './command.ts';
import type { Command } from './command.ts';

export const undoImportCommand: Command = {
  options: {},
  check: (parsed) => {
    positionals(parsed, 'ID');
  },
  run: async (context, parsed, language) => {
    const result = await undoImport(context, positionals(parsed, 'ID')[0] ?? '');
    const removed = Object.values(result.removed).reduce((sum, count) => sum + count, 0);
    const text = catalogueOf(language).commandLine.undone({
      removed,
      restored: result.restored,
      kept: result.kept.length,
    });
    return { exit: 0, json: { ...result }, text };
  },
};
