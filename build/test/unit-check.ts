import { stripVTControlCharacters } from 'node:util';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { projectDirectory } from '../page.ts';
import { runTool } from './command.ts';
import { failed } from './outcome.ts';
import type { Check, Outcome } from './outcome.ts';
import { parseJson } from './static-checks.ts';

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

type Report = z.infer<typeof report>;

/** Unit, property, store and API tests: everything beside the code. */
export const unit: Check = {
  name: 'unit',
  run: async (filters) => {
    const file = join(projectDirectory, 'test-results', 'unit.json');
    mkdirSync(join(projectDirectory, 'test-results'), { recursive: true });
    rmSync(file, { force: true });
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const { code, output } = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...filters], {
      limitMinutes: 12,
    });
    const found = report.safeParse(parseJson(readQuietly(file)));
    if (!found.success) return failed(`vitest did not report:\n${output}`);
    const outcome = count(found.data, failureSection(output));
    if (code !== 0 && outcome.failed === 0)
      return { ...outcome, failed: 1, report: `${outcome.report}\n${output}` };
    return outcome.passed === 0 && outcome.failed === 0 ? failed('vitest ran no test') : outcome;
  },
};

/** Vitest's own account of the failures, with differences and the lines of source; empty when there is none. */
function failureSection(output: string): string {
  const plain = stripVTControlCharacters(output);
  const start = plain.search(/^⎯+ Failed (?:Suites|Tests)/mu);
  return start === -1 ? '' : plain.slice(start);
}

function count({ testResults }: Report, account: string): Outcome {
  const tests = testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: relative(projectDirectory, file.name) })),
  );
  const unread = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const bad = tests.filter((test) => test.status === 'failed');
  const skipped = tests.filter((test) => test.status !== 'failed' && test.status !== 'passed');
  return {
    passed: tests.length - bad.length - skipped.length,
    failed: bad.length + unread.length,
    skipped: skipped.length,
    report: [
      account,
      ...unread.map((file) => `✗ ${relative(projectDirectory, file.name)}\n${indent(file.message)}`),
      ...bad.map(
        (test) => `✗ ${test.file} › ${test.fullName}\n${indent(firstLines(test.failureMessages ?? []))}`,
      ),
      ...skipped.map((test) => `- skipped: ${test.file} › ${test.fullName}`),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  };
}

/** The messages without the way through the test runner. */
function firstLines(messages: readonly string[]): string {
  return messages
    .join('\n')
    .split('\n')
    .filter((line) => !line.includes('node_modules') && !/^\s+at (?:new Promise|node:)/u.test(line))
    .join('\n');
}

export function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

export function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
