import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectDirectory } from '../page.ts';
import { runTool } from './command.ts';
import { failed, passed, sum } from './outcome.ts';
import type { Check, Outcome } from './outcome.ts';

/** Fewer than this were not read by accident: a tool that reads nothing finds nothing wrong. */
const fewestFiles = 20;

/** Each folder sees only what it may: app neither Node nor a page, db and main no page; the last one adds tests and tools. */
const typeScopes = ['app', 'db', 'main', 'renderer', '.'];

async function checkTypes(scope: string): Promise<Outcome> {
  const { code, output } = await runTool('@typescript/native/bin/tsc', [
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    scope,
  ]);
  return code === 0 ? passed : failed(`types of ${scope === '.' ? 'everything' : scope}:\n${output}`);
}

export const types: Check = {
  name: 'types',
  run: async () => {
    const outcomes: Outcome[] = [];
    for (const scope of typeScopes) outcomes.push(await checkTypes(scope));
    return sum(outcomes);
  },
};

const lintReport = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      filename: z.string().optional(),
      help: z.string().optional(),
      labels: z
        .array(z.object({ span: z.object({ line: z.number().optional(), column: z.number().optional() }) }))
        .default([]),
    }),
  ),
});

export const lint: Check = {
  name: 'lint',
  run: async () => {
    const { code, stdout, output } = await runTool('oxlint/bin/oxlint', [
      '--type-aware',
      '--deny-warnings',
      '-f',
      'json',
    ]);
    const report = lintReport.safeParse(parseJson(stdout));
    if (!report.success) return failed(`oxlint did not report:\n${output}`);
    const { number_of_files: files, diagnostics } = report.data;
    if (files < fewestFiles) return failed(`oxlint read only ${files} files`);
    if (code === 0 && diagnostics.length === 0) return passed;
    const lines = diagnostics.map(({ message, code: rule, filename, help, labels }) => {
      const span = labels[0]?.span;
      const place = [filename ?? '?', span?.line, span?.column]
        .filter((part) => part !== undefined)
        .join(':');
      return `${place}  ${rule ?? ''}  ${message}${help === undefined ? '' : `\n    ${help}`}`;
    });
    return failed(lines.length === 0 ? output : lines.toSorted().join('\n'));
  },
};

export const format: Check = {
  name: 'format',
  run: async () => {
    const { code, output } = await runTool('oxfmt/bin/oxfmt', ['--check', '.']);
    return code === 0 ? passed : failed(`${output}\nnode_modules/.bin/oxfmt . writes the format`);
  },
};

const cruiseReport = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.unknown()) })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string(), severity: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
  }),
});

const folders = ['app', 'db', 'main', 'renderer', 'build', 'e2e'];

export const layers: Check = {
  name: 'layers',
  run: async () => {
    const present = folders.filter((folder) => existsSync(join(projectDirectory, folder)));
    const { stdout, output } = await runTool('dependency-cruiser/bin/dependency-cruiser.mjs', [
      '--output-type',
      'json',
      ...present,
    ]);
    const report = cruiseReport.safeParse(parseJson(stdout));
    if (!report.success) return failed(`dependency-cruiser did not report:\n${output}`);
    const { modules, summary } = report.data;
    const read = modules.filter(
      ({ source, dependencies }) => !source.includes('node_modules') && dependencies.length > 0,
    );
    if (read.length < fewestFiles)
      return failed(`dependency-cruiser saw imports in only ${read.length} modules`);
    if (summary.violations.length === 0) return passed;
    const lines = summary.violations.map(({ rule, from, to, cycle }) => {
      const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
      return `${rule.name}: ${from} → ${way}`;
    });
    return failed(lines.join('\n'));
  },
};

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
