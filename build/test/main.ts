import { stripVTControlCharacters } from 'node:util';
import { build } from './build-check.ts';
import { endToEnd } from './e2e-check.ts';
import { findPython, prepareMachine } from './machine.ts';
import { failed, sum } from './outcome.ts';
import type { Check, Outcome } from './outcome.ts';
import { format, layers, lint, types } from './static-checks.ts';
import { indent, unit } from './unit-check.ts';

const checks: readonly Check[] = [types, lint, format, layers, unit, build, endToEnd];

async function run(check: Check, filters: readonly string[]): Promise<Outcome> {
  process.stdout.write(`▶ ${check.name}\n`);
  const started = performance.now();
  let outcome: Outcome;
  try {
    outcome = await check.run(filters);
  } catch (error) {
    outcome = failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  if (outcome.report !== '') process.stdout.write(`${indent(stripVTControlCharacters(outcome.report))}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mark = outcome.failed === 0 ? '✔' : '✗';
  process.stdout.write(`${mark} ${check.name}: ${countsOf(outcome)} (${seconds} s)\n`);
  return outcome;
}

function countsOf(outcome: Outcome): string {
  return `${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`;
}

/** `npm test` runs every check; `npm test -- unit main/server` only those named, the rest of the words choosing tests in them. */
async function main(words: readonly string[]): Promise<number> {
  const named = checks.filter((check) => words.includes(check.name));
  const filters = words.filter((word) => !checks.some((check) => check.name === word));
  if (named.length === 0 && filters.length > 0) {
    process.stderr.write(`npm test [-- ${checks.map((check) => check.name).join('|')} …]\n`);
    return 2;
  }
  const chosen = named.length === 0 ? checks : named;
  if (chosen.includes(unit) || chosen.includes(endToEnd)) {
    await prepareMachine();
    process.env['ZONGDAI_PYTHON'] ??= findPython() ?? '';
  }
  const outcomes: Outcome[] = [];
  for (const check of chosen) outcomes.push(await run(check, filters));
  const total = sum(outcomes);
  process.stdout.write(`\n${countsOf(total)}\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
