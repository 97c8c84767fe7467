import { catalogueOf } from '#app/i18n/catalogue.ts';
import { checkStore } from '#db/queries/check-store.ts';

import { positionals } from './command.ts';
import type { Command } from './command.ts';

export const checkCommand: Command = {
  options: {},
  check: (parsed) => {
    positionals(parsed);
  },
  run: async ({ store }, _parsed, language) => {
    const checked = await checkStore(store.read);
    const text = catalogueOf(language).commandLine;
    const clean = checked.ok;
    const lines = checked.problems.map((problem) => JSON.stringify(problem));
    return {
      exit: clean ? 0 : 1,
      json: { ...checked },
      text: clean ? text.checkClean : [text.checkProblems({ count: lines.length }), ...lines].join('\n'),
    };
  },
};
