import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findElectron } from '../electron-binary.ts';
import { ensurePage, projectDirectory } from '../page.ts';
import { ensureProgram } from '../program.ts';
import { runTool } from './command.ts';
import { findChromium } from './machine.ts';
import { failed } from './outcome.ts';
import type { Check, Outcome } from './outcome.ts';
import { parseJson } from './static-checks.ts';
import { indent, readQuietly } from './unit-check.ts';

const test = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
  results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })).default([]) })),
});

interface Suite {
  readonly title: string;
  readonly specs: { readonly title: string; readonly file: string; readonly tests: z.infer<typeof test>[] }[];
  readonly suites?: Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), file: z.string(), tests: z.array(test) })),
  get suites() {
    return z.array(suite).optional();
  },
});

const report = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

/** The application as a person meets it, in a real browser against the headless host, and in Electron where that is present. */
export const endToEnd: Check = {
  name: 'e2e',
  run: async (filters) => {
    const chromium = findChromium();
    if (chromium === undefined) {
      return failed('no browser: install chromium, Chrome or Edge, or name one in ZONGDAI_CHROMIUM');
    }
    if (!(await ensurePage())) return failed('the page could not be built (see above)');
    if (findElectron() !== undefined) await ensureProgram();
    const file = join(projectDirectory, 'test-results', 'e2e.json');
    mkdirSync(join(projectDirectory, 'test-results'), { recursive: true });
    rmSync(file, { force: true });
    const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ZONGDAI_CHROMIUM: chromium };
    const { code, output } = await runTool('@playwright/test/cli.js', ['test', ...filters], {
      environment,
      limitMinutes: 14,
    });
    const found = report.safeParse(parseJson(readQuietly(file)));
    if (!found.success) return failed(`playwright did not report:\n${output}`);
    const outcome = count(found.data);
    if (code !== 0 && outcome.failed === 0)
      return { ...outcome, failed: 1, report: `${outcome.report}\n${output}` };
    return outcome.passed === 0 && outcome.failed === 0 ? failed('playwright ran no test') : outcome;
  },
};

function specsOf(parent: Suite): { name: string; test: z.infer<typeof test> }[] {
  const own = parent.specs.flatMap((spec) =>
    spec.tests.map((entry) => ({ name: `${entry.projectName} › ${spec.file} › ${spec.title}`, test: entry })),
  );
  return [...own, ...(parent.suites ?? []).flatMap((child) => specsOf(child))];
}

function count({ suites, errors }: z.infer<typeof report>): Outcome {
  const tests = suites.flatMap((entry) => specsOf(entry));
  // A test that passes only the second time is a test that fails.
  const bad = tests.filter(({ test: { status } }) => status === 'unexpected' || status === 'flaky');
  const skipped = tests.filter(({ test: { status } }) => status === 'skipped');
  const why = (annotations: z.infer<typeof test>['annotations']): string =>
    annotations.map(({ description }) => description ?? '').join(' ');
  return {
    passed: tests.length - bad.length - skipped.length,
    failed: bad.length + errors.length,
    skipped: skipped.length,
    report: [
      ...errors.map(({ message }) => `✗ ${message ?? ''}`),
      ...bad.map(({ name, test: { results } }) => {
        const messages = results.flatMap((result) => result.errors.map(({ message }) => message ?? ''));
        return `✗ ${name}\n${indent(messages.join('\n'))}`;
      }),
      ...skipped.map(({ name, test: { annotations } }) => `- skipped: ${name} (${why(annotations)})`),
    ].join('\n'),
  };
}
