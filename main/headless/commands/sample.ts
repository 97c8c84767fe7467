import { catalogueOf } from '#app/i18n/catalogue.ts';

import { loadSample } from '../../sample/load-sample.ts';
import { positionals } from './command.ts';
import type { Command } from './command.ts';

export const sampleCommand: Command = {
  options: {},
  check: (parsed) => {
    positionals(parsed);
  },
  run: async ({ store, actor, clock }, _parsed, language) => {
    const load = { store, actor, today: clock.today(), now: clock.now() };
    const counts = await loadSample(load, { signal: new AbortController().signal, report: () => undefined });
    return { exit: 0, json: { loaded: counts }, text: catalogueOf(language).commandLine.sampleLoaded };
  },
};
