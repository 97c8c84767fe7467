import { catalogueOf } from '#app/i18n/catalogue.ts';
import { checkStore } from '#db/queries/check-store.ts';
import { rebuildDerived } from '#db/queries/stock/rebuild.ts';

import { checkAttachments } from '../../attachments/check-attachments.ts';
import { flag, positionals } from './command.ts';
import type { Command } from './command.ts';

export const checkCommand: Command = {
  options: { rebuild: { type: 'boolean' } },
  check: (parsed) => {
    positionals(parsed);
  },
  run: async ({ store, actor }, parsed, language) => {
    if (flag(parsed, 'rebuild')) {
      const audit = { actor, action: 'rebuild', entity: 'stock_balance' };
      await store.transact(audit, ({ trx }) => rebuildDerived(trx));
    }
    const rows = await checkStore(store.read);
    const attachments = await checkAttachments(store);
    const problems = [...rows.problems, ...attachments.problems];
    const checked = { ...rows, ok: problems.length === 0, attachments: attachments.files, problems };
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
