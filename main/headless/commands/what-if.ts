import { appError } from '#app/core/errors.ts';
import { formatFen } from '#app/core/fen.ts';
import type { Fen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { gistSentence } from '#app/what-if/gist.ts';
import { comparedNames, formatShare, measureRows, measuresOf } from '#app/what-if/measure-rows.ts';
import type { ComparedName, MeasureRow } from '#app/what-if/measure-rows.ts';
import { fewestWeeks, historyWeeks, warmUpWeeks, whatIfSchema } from '#app/what-if/parameters.ts';
import type { WhatIfParameters, WhatIfResult } from '#app/what-if/types.ts';
import { getWhatIfRun } from '#db/queries/what-if-runs.ts';

import { saveFile } from '../../exchange/writing/save-file.ts';
import type { Context } from '../../server/context.ts';
import { runWhatIf, whatIfDefaults } from '../../what-if/run-what-if.ts';
import { whatIfWorkbook } from '../../what-if/what-if-workbook.ts';
import { aligned, pathFromHere, positionals, textOption } from './command.ts';
import type { Command, ParsedArguments } from './command.ts';

/** Options by the parameter that they set; money is given in yuan. */
const numbers = {
  weeks: 'weeks',
  review: 'reviewDays',
  lead: 'leadDays',
  spread: 'leadSpreadDays',
  service: 'serviceLevel',
  budget: 'budget',
  'average-safety': 'averageSafetyDays',
} as const satisfies Readonly<Record<string, keyof WhatIfParameters>>;

export const whatIfCommand: Command = {
  options: {
    ...Object.fromEntries(Object.keys(numbers).map((name) => [name, { type: 'string' as const }])),
    out: { type: 'string' },
  },
  check: (parsed) => {
    positionals(parsed);
    asked(parsed);
    const out = textOption(parsed, 'out');
    if (out !== undefined && !/\.xlsx$/iu.test(out)) throw new Error(`--out ${out}: FILE.xlsx`);
  },
  run: async (context, parsed, language) => {
    const parameters = await withDefaults(context, asked(parsed));
    const job = { signal: new AbortController().signal, report: () => undefined };
    const { runId } = await runWhatIf(context, parameters, job);
    const run = await getWhatIfRun(context.store.read, runId);
    const out = textOption(parsed, 'out');
    const saved = out === undefined ? null : pathFromHere(out);
    if (saved !== null) await saveFile(saved, whatIfWorkbook(run, language).bytes);
    const text = toText(run.result, language);
    const { saved: savedText } = catalogueOf(language).commandLine;
    return {
      exit: 0,
      json: { ...run, saved },
      text: saved === null ? text : `${text}\n${savedText({ path: saved })}`,
    };
  },
};

/** What was asked for; throws what is wrong with it. */
function asked(parsed: ParsedArguments): Partial<WhatIfParameters> {
  const given: Record<string, number> = {};
  for (const [option, parameter] of Object.entries(numbers)) {
    const text = textOption(parsed, option);
    if (text === undefined) continue;
    const value = parameter === 'budget' ? Math.round(Number(text) * 100) : Number(text);
    const checked = whatIfSchema.shape[parameter].safeParse(value);
    if (text.trim() === '' || !checked.success) {
      throw new Error(`--${option} ${text}: ${checked.error?.issues[0]?.message ?? '?'}`);
    }
    given[parameter] = value;
  }
  return given;
}

async function withDefaults(context: Context, given: Partial<WhatIfParameters>): Promise<WhatIfParameters> {
  const { parameters, weeksKnown } = await whatIfDefaults(context);
  if (parameters !== null) return { ...parameters, ...given };
  throw appError('whatIf.tooShort', {
    weeks: weeksKnown,
    needed: fewestWeeks + warmUpWeeks + historyWeeks,
  });
}

function toText(result: WhatIfResult, language: Language): string {
  const { whatIf: words } = catalogueOf(language);
  const { firstDay: first, lastDay: last, products, leftOut } = result;
  const rows = measureRows.map((row) => [
    words.rows[row.key],
    ...comparedNames.map((name) => cellText(result, name, row)),
  ]);
  return [
    words.period({ first, last, products }),
    ...(leftOut === 0 ? [] : [words.leftOut({ count: leftOut })]),
    aligned([[words.measure, ...comparedNames.map((name) => words.rules[name])], ...rows]),
    `${words.gist.against}：${gistSentence(words.gist, result.gist)}`,
    words.unseen,
  ].join('\n');
}

function cellText(result: WhatIfResult, name: ComparedName, { key, kind }: MeasureRow): string {
  const value = measuresOf(result, name)?.[key] ?? null;
  if (value === null) return '-';
  if (kind === 'share') return formatShare(value);
  if (kind === 'days') return value.toFixed(1);
  return kind === 'money' ? formatFen(value as Fen) : formatQuantity(Math.round(value));
}
