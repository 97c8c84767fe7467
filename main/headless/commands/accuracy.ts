import type { AccuracyFigures } from '#app/forecast/promises/accuracy.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { readAccuracy } from '#db/queries/accuracy/overview.ts';
import type { AccuracyOverview } from '#db/queries/accuracy/overview.ts';
import { readScorecard } from '#db/queries/accuracy/scorecard.ts';

import { runComparison, runReplay } from '../../accuracy/run-accuracy.ts';
import { aligned, flag, positionals } from './command.ts';
import type { Command } from './command.ts';

/** What came of past forecasts; `--replay` first works out those of a store that kept none. */
export const accuracyCommand: Command = {
  options: { replay: { type: 'boolean', default: false } },
  check: (parsed) => {
    positionals(parsed);
  },
  run: async (context, parsed, language) => {
    const job = { signal: new AbortController().signal, report: () => undefined };
    if (flag(parsed, 'replay')) await runReplay(context, job);
    else await runComparison(context, job);
    const { read } = context.store;
    const today = context.clock.today();
    const overview = await readAccuracy(read, 0, today);
    const scorecard = await readScorecard(read, today);
    return { exit: 0, json: { ...overview, scorecard }, text: textOf(overview, language) };
  },
};

function textOf(overview: AccuracyOverview, language: Language): string {
  const { commandLine, ...words } = catalogueOf(language).accuracy;
  const { figures, sums, horizons, knownUntil, replayedWeeks, hasReplayed } = overview;
  if (figures === null || knownUntil === null) return commandLine.nothing;
  return [
    words.knownUntil({ day: knownUntil, weeks: String(sums?.compared ?? 0) }),
    ...(hasReplayed ? [words.replayed({ weeks: String(replayedWeeks) })] : []),
    '',
    aligned([
      commandLine.header,
      [commandLine.all, ...cells(figures)],
      ...horizons.map(({ horizon, ...ahead }) => [words.weeksAhead({ weeks: horizon }), ...cells(ahead)]),
    ]),
  ].join('\n');
}

function cells({ accuracy, bias, coverage, overNaive, overAverage }: AccuracyFigures): string[] {
  return [accuracy, bias, coverage, overNaive, overAverage].map((share) => `${(share * 100).toFixed(1)}%`);
}
