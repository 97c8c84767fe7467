import { basename } from 'node:path';

import { appError } from '#app/core/errors.ts';
import { listQuery } from '#app/core/listing.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import type { CountScope } from '#app/stock/count-scope.ts';
import { countProgress } from '#db/queries/stock/stocktake-progress.ts';
import { getStocktakeByNumber } from '#db/queries/stock/stocktake-head.ts';
import { listWarehouses } from '#db/queries/warehouses.ts';

import { saveFile } from '../../exchange/writing/save-file.ts';
import { writeWorkbook } from '../../exchange/writing/write-workbook.ts';
import { exportList } from '../../exports/export-list.ts';
import type { Context } from '../../server/context.ts';
import { freezeList } from '../../stock/freeze-list.ts';
import { importCounts } from '../../stock/import-counts.ts';
import { postStocktake } from '../../stock/post-stocktake.ts';
import { flag, pathFromHere, textOption } from './command.ts';
import type { Command, CommandOutcome, ParsedArguments } from './command.ts';

type Step = (context: Context, parsed: ParsedArguments, language: Language) => Promise<CommandOutcome>;

interface StepUsage {
  readonly run: Step;
  /** What stands behind the name of the step. */
  readonly positionals: readonly string[];
  readonly required: readonly string[];
}

const job = { signal: new AbortController().signal, report: () => undefined };

const steps: Readonly<Record<string, StepUsage>> = {
  start: { run: start, positionals: [], required: ['warehouse'] },
  sheet: { run: sheet, positionals: ['NUMBER'], required: ['out'] },
  import: { run: importSheet, positionals: ['NUMBER', 'FILE'], required: [] },
  post: { run: post, positionals: ['NUMBER'], required: [] },
};

function stepOf(parsed: ParsedArguments): StepUsage {
  const [name = ''] = parsed.positionals;
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (step === undefined) throw new Error(`stocktake ${name}: ${Object.keys(steps).join(' | ')}`);
  return step;
}

export const stocktakeCommand: Command = {
  options: {
    warehouse: { type: 'string' },
    category: { type: 'string', multiple: true },
    blind: { type: 'boolean' },
    out: { type: 'string' },
  },
  check: (parsed) => {
    const { positionals, required } = stepOf(parsed);
    const given = parsed.positionals.slice(1);
    if (given.length !== positionals.length)
      throw new Error(`stocktake ${parsed.positionals[0]} [${given.join(' ')}] → [${positionals.join(' ')}]`);
    for (const name of required) if ((textOption(parsed, name) ?? '') === '') throw new Error(`--${name} …`);
    const out = textOption(parsed, 'out');
    if (out !== undefined && !/\.xlsx$/iu.test(out)) throw new Error(`--out ${out}: FILE.xlsx`);
  },
  run: (context, parsed, language) => stepOf(parsed).run(context, parsed, language),
};

async function start(context: Context, parsed: ParsedArguments, language: Language): Promise<CommandOutcome> {
  const wanted = textOption(parsed, 'warehouse') ?? '';
  const warehouses = await listWarehouses(context.store.read);
  const warehouse = warehouses.find(({ code, name }) => code === wanted || name === wanted);
  if (warehouse === undefined) {
    const expected = warehouses.map(({ code }) => code).join(' | ');
    throw appError('input.invalid', { field: '--warehouse', found: wanted, expected });
  }
  const categories = (parsed.values['category'] ?? []) as readonly string[];
  const scope: CountScope =
    categories.length === 0
      ? { kind: 'all', withZero: false }
      : { kind: 'category', categories: [...categories], withZero: false };
  const blind = flag(parsed, 'blind');
  const frozen = await freezeList(context, { warehouseId: warehouse.id, scope, blind, note: '' }, job);
  return {
    exit: 0,
    json: { ...frozen, warehouse: warehouse.code, blind },
    text: catalogueOf(language).stocktake.commandLine.started(frozen),
  };
}

async function sheet(context: Context, parsed: ParsedArguments, language: Language): Promise<CommandOutcome> {
  const { store, clock } = context;
  const { id, number } = await getStocktakeByNumber(store.read, parsed.positionals[1] ?? '');
  const path = pathFromHere(textOption(parsed, 'out') ?? '');
  const query = listQuery.parse({ filters: { stocktake: id } });
  const written = await exportList(store.read, { list: 'countSheet', query, language, today: clock.today() });
  await saveFile(path, writeWorkbook([written]));
  const rows = written.rows.length;
  return {
    exit: 0,
    json: { number, rows, path },
    text: catalogueOf(language).stocktake.commandLine.sheet({ number, rows, path }),
  };
}

async function importSheet(
  context: Context,
  parsed: ParsedArguments,
  language: Language,
): Promise<CommandOutcome> {
  const [, wanted = '', file = ''] = parsed.positionals;
  const { id, number } = await getStocktakeByNumber(context.store.read, wanted);
  const path = pathFromHere(file);
  const imported = await importCounts(context, id, await context.files.holdPath(basename(path), path), job);
  const words = catalogueOf(language).stocktake.commandLine;
  const conflicts = imported.conflicts.map(({ product, lot, yours, theirs }) =>
    words.conflict({ product, lot: lot ?? '', yours: String(yours ?? ''), theirs: String(theirs ?? '') }),
  );
  const text = words.imported({ ...imported, conflicts: conflicts.length });
  // A script must not take counts for written that were not.
  return {
    exit: conflicts.length === 0 ? 0 : 1,
    json: { number, ...imported },
    text: [text, ...conflicts].join('\n'),
  };
}

async function post(context: Context, parsed: ParsedArguments, language: Language): Promise<CommandOutcome> {
  const { id, number } = await getStocktakeByNumber(context.store.read, parsed.positionals[1] ?? '');
  const { documents, lines, differences, short } = await postStocktake(context, { id }, job);
  const { progress } = await countProgress(context.store.read, id);
  const left = progress.lines - progress.posted;
  const document = documents.map((one) => one.number).join(' ');
  return {
    exit: 0,
    json: { number, document, lines, differences, short, left },
    text: catalogueOf(language).stocktake.commandLine.posted({
      number,
      document,
      lines,
      left,
    }),
  };
}
