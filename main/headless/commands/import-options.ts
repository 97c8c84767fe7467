import type { ParseArgsOptionsConfig } from 'node:util';

import type { ImportOptions } from '#app/exchange/plan-types.ts';

import { dayOption, flag, textOption } from './command.ts';
import type { ParsedArguments } from './command.ts';

const modes = ['history', 'issue'] as const;
const anchorPolicies = ['refuse', 'keep', 'change'] as const;

/** What every command that imports a file takes. */
export const importArguments: ParseArgsOptionsConfig = {
  'as-of': { type: 'string' },
  'dry-run': { type: 'boolean' },
  'skip-rejected': { type: 'boolean' },
  'keep-repeated': { type: 'boolean' },
  'allow-negative': { type: 'boolean' },
  anchors: { type: 'string' },
};

function oneOf<Value extends string>(
  parsed: ParsedArguments,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const text = textOption(parsed, name);
  if (text === undefined) return undefined;
  const value = values.find((known) => known === text);
  if (value === undefined) throw new Error(`--${name} ${text}: ${values.join(' | ')}`);
  return value;
}

/** The options that the arguments say something about; throws where an argument is wrong. */
export function importOptionsOf(parsed: ParsedArguments): Partial<ImportOptions> {
  const asOf = dayOption(parsed, 'as-of');
  return {
    mode: oneOf(parsed, 'mode', modes) ?? 'history',
    keepRepeated: flag(parsed, 'keep-repeated'),
    allowNegative: flag(parsed, 'allow-negative'),
    anchors: oneOf(parsed, 'anchors', anchorPolicies) ?? 'refuse',
    services: !flag(parsed, 'no-services'),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
