import { appError } from '#app/core/errors.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { traceFlows } from '#app/stock/trace.ts';
import { findLotId, traceLot } from '#db/queries/stock/trace.ts';
import type { LotTrace } from '#db/queries/stock/trace.ts';

import { saveFile } from '../../exchange/writing/save-file.ts';
import { writeWorkbook } from '../../exchange/writing/write-workbook.ts';
import { traceSheets } from '../../stock/trace-workbook.ts';
import { aligned, pathFromHere, positionals, textOption } from './command.ts';
import type { Command, ParsedArguments } from './command.ts';

function outOf(parsed: ParsedArguments): string | undefined {
  const out = textOption(parsed, 'out');
  if (out === undefined) return undefined;
  if (!/\.xlsx$/iu.test(out)) throw new Error('--out FILE.xlsx');
  return pathFromHere(out);
}

export const traceCommand: Command = {
  options: { out: { type: 'string' } },
  check: (parsed) => {
    positionals(parsed, 'PRODUCT', 'LOT');
    outOf(parsed);
  },
  run: async ({ store, clock }, parsed, language) => {
    const [product = '', lot = ''] = positionals(parsed, 'PRODUCT', 'LOT');
    const path = outOf(parsed);
    const id = await findLotId(store.read, product, lot);
    if (id === undefined) throw appError('notFound', { what: 'lot', id: `${product} ${lot}` });
    const trace = await traceLot(store.read, id);
    if (path !== undefined) await saveFile(path, writeWorkbook(traceSheets(trace, clock.today(), language)));
    return {
      exit: trace.totals.difference === 0 ? 0 : 1,
      json: { ...trace, ...(path === undefined ? {} : { path }) },
      text: textOf(trace, path, language),
    };
  },
};

function textOf(
  { lot, flows, recipients, totals }: LotTrace,
  path: string | undefined,
  language: Language,
): string {
  const { batches, commandLine } = catalogueOf(language);
  const { trace: words, names } = batches;
  const { cameIn, wentOut, onHand, difference } = totals;
  return [
    `${lot.productCode} ${lot.productName} · ${names.lot} ${lot.code} · ${names.expiryDay} ${lot.expiryDay ?? '-'}`,
    words.balanceLine({ cameIn: String(cameIn), wentOut: String(wentOut), onHand: String(onHand) }),
    difference === 0 ? words.agrees : words.differs({ difference: String(difference) }),
    '',
    aligned(
      traceFlows.filter((flow) => flows[flow] !== 0).map((flow) => [words.flows[flow], String(flows[flow])]),
    ),
    '',
    words.recipients,
    recipients.length === 0
      ? words.noRecipients
      : aligned(
          recipients.map((row) => [
            row.partner?.code ?? '',
            row.partner?.name ?? words.anonymous,
            row.partner?.phone ?? '',
            String(row.net),
            row.through === null ? '' : `${words.through} ${row.through.productCode}`,
          ]),
        ),
    ...(path === undefined ? [] : ['', commandLine.saved({ path })]),
  ].join('\n');
}
