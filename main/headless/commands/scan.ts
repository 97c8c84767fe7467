import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import type { ScanMatch, ScanResult } from '#app/stock/scan-types.ts';

import { scan } from '../../stock/scan/scan.ts';
import { aligned, positionals } from './command.ts';
import type { Command } from './command.ts';

/** Says what a scan means, for trying out scanners and codes. */
export const scanCommand: Command = {
  options: {},
  check: (parsed) => void positionals(parsed, 'TEXT'),
  run: async ({ store, clock }, parsed, language) => {
    const [text = ''] = positionals(parsed, 'TEXT');
    const result = await scan(store.read, { text }, clock.today());
    return {
      exit: result.matches.length === 0 ? 1 : 0,
      json: { ...result },
      text: textOf(result, language),
    };
  },
};

function textOf({ matches, problem }: ScanResult, language: Language): string {
  const t = catalogueOf(language).scan;
  const said = problem === null ? [] : [t.problems[problem.code](problem)];
  const rows = matches.map((match) => rowOf(match, t));
  return [...(rows.length === 0 ? [] : [aligned(rows)]), ...said].join('\n');
}

function rowOf(
  { product, quantity, lot, expiryDay }: ScanMatch,
  t: { lot: string; expiry: string },
): string[] {
  return [
    product.code,
    product.name,
    `× ${quantity}`,
    lot === null ? '' : `${t.lot} ${lot.code}`,
    expiryDay === null ? '' : `${t.expiry} ${expiryDay}`,
  ];
}
