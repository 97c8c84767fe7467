import { resolve } from 'node:path';
import type { ParseArgsOptionsConfig } from 'node:util';

import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Language } from '#app/i18n/translation.ts';

import type { Context } from '../../server/context.ts';

export interface ParsedArguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

/** 0 done, 1 a problem that the output names, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

export interface CommandOutcome {
  readonly exit: ExitCode;
  /** The one object of `--json`. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface Command {
  readonly options: ParseArgsOptionsConfig;
  /** Throws an Error whose message says what is wrong with the arguments. */
  check(parsed: ParsedArguments): void;
  run(context: Context, parsed: ParsedArguments, language: Language): Promise<CommandOutcome>;
}

export function textOption(parsed: ParsedArguments, name: string): string | undefined {
  const value = parsed.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function flag(parsed: ParsedArguments, name: string): boolean {
  return parsed.values[name] === true;
}

export function dayOption(parsed: ParsedArguments, name: string): BusinessDay | undefined {
  const text = textOption(parsed, name);
  if (text === undefined) return undefined;
  const day = parseBusinessDay(text);
  if (day === undefined) throw new Error(`--${name} ${text}: YYYY-MM-DD`);
  return day;
}

/** A path as the person meant it: npm runs a script in the project's folder and tells where the person stood. */
export function pathFromHere(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: stood } = process.env;
  return resolve(script === 'cli' && stood !== undefined ? stood : '.', path);
}

/** Exactly the named positional arguments, no more. */
export function positionals(parsed: ParsedArguments, ...names: readonly string[]): string[] {
  if (parsed.positionals.length !== names.length) {
    throw new Error(`[${parsed.positionals.join(' ')}] → [${names.join(' ')}]`);
  }
  return [...parsed.positionals];
}

/** Rows of text as aligned columns, for reading in a terminal. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, width(cell))));
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A terminal gives a Chinese character two columns. */
function width(text: string): number {
  let total = 0;
  for (const character of text)
    total += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u.test(
      character,
    )
      ? 2
      : 1;
  return total;
}
