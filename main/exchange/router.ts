import { z } from 'zod';

import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { importedKinds } from '#app/exchange/columns.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { sheetKinds } from '#app/exchange/kinds.ts';
import type { Field } from '#app/exchange/kinds.ts';
import type { ImportOptions } from '#app/exchange/plan-types.ts';
import type { ProblemCode, ProblemSeverity } from '#app/exchange/problem-types.ts';
import { defaultWarehouseName } from '#db/queries/defaults.ts';
import { listImports } from '#db/queries/imports.ts';

import type { Context } from '../server/context.ts';
import { procedure, router } from '../server/trpc.ts';
import { analyseImport, withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import { readProblemRows } from './problem-files.ts';
import { templateWorkbook } from './template-workbook.ts';
import { undoImport } from './undo-import.ts';

const day = z.string().transform((text, check): BusinessDay => {
  const parsed = parseBusinessDay(text);
  if (parsed !== undefined) return parsed;
  check.addIssue({ code: 'custom', message: 'YYYY-MM-DD' });
  return z.NEVER;
});
const severities = [
  'repair',
  'warning',
  'duplicate',
  'rejection',
] as const satisfies readonly ProblemSeverity[];
const encoding = z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']).optional();
const choice = z.object({
  kind: z.enum(sheetKinds).optional(),
  headerRow: z.number().int().min(0).max(1_048_576).optional(),
  columns: z.record(z.coerce.number().int().min(0).max(16_383), z.string().max(40).nullable()).optional(),
});
const options = z
  .object({
    asOf: day,
    mode: z.enum(['history', 'issue']),
    keepRepeated: z.boolean(),
    allowNegative: z.boolean(),
    anchors: z.enum(['refuse', 'keep', 'change']),
    services: z.boolean(),
    choices: z.record(z.string().max(255), choice),
  })
  .partial();
const session = z.object({ sessionId: z.uuid() });
const page = z.object({
  page: z.number().int().min(1).default(1),
  pageSize: z.number().int().min(1).max(500).default(100),
});
const problemFilter = {
  severity: z.enum(severities).optional(),
  code: z
    .string()
    .max(40)
    .transform((code) => code as ProblemCode)
    .optional(),
};
const language = z.enum(['zh-CN', 'en']).default('zh-CN');

/** Field names in a choice come as text; one that the kind does not have is mapped to nothing by the plan. */
function toOptions(context: Context, given: z.output<typeof options>): ImportOptions {
  const choices = (given.choices ?? {}) as Record<string, { columns?: Record<number, Field | null> }>;
  return withDefaults(context, { ...given, choices } as Partial<ImportOptions>);
}

const analysis = {
  start: procedure
    .input(z.object({ uploadId: z.uuid(), options: options.default({}), encoding }))
    .mutation(({ ctx, input }) => {
      const opened = ctx.imports.open(ctx.files.get(input.uploadId));
      const jobId = ctx.jobs.start('import.check', (job) =>
        analyseImport(ctx, opened, toOptions(ctx, input.options), input.encoding, job),
      );
      return { sessionId: opened.id, jobId };
    }),
  replan: procedure.input(session.extend({ options, encoding })).mutation(({ ctx, input }) => {
    const { worker } = ctx.imports.get(input.sessionId);
    const chosen = toOptions(ctx, input.options);
    const jobId = ctx.jobs.start('import.check', (job) =>
      worker.call(
        'replan',
        { options: chosen, encoding: input.encoding },
        { signal: job.signal, onProgress: job.report },
      ),
    );
    return { jobId };
  }),
  overview: procedure
    .input(session)
    .query(({ ctx, input }) => ctx.imports.get(input.sessionId).worker.call('overview', {})),
  problems: procedure
    .input(session.extend(page.shape).extend({ ...problemFilter, sheet: z.string().max(255).optional() }))
    .query(({ ctx, input }) => ctx.imports.get(input.sessionId).worker.call('problems', input)),
  problemGroups: procedure
    .input(session)
    .query(({ ctx, input }) => ctx.imports.get(input.sessionId).worker.call('problemGroups', {})),
  rows: procedure
    .input(
      session
        .extend(page.shape)
        .extend({ ...problemFilter, sheet: z.string().max(255), onlyProblems: z.boolean() }),
    )
    .query(({ ctx, input }) => ctx.imports.get(input.sessionId).worker.call('rows', input)),
};

export const importsRouter = router({
  ...analysis,
  commit: procedure.input(session.extend({ skipRejected: z.boolean() })).mutation(({ ctx, input }) => {
    const jobId = ctx.imports.commitOnce(input.sessionId, (opened) => {
      const started = ctx.jobs.start('import.commit', (job) =>
        commitImport(ctx, opened, { skipRejected: input.skipRejected }, job),
      );
      return { jobId: started, finished: ctx.jobs.wait(started) };
    });
    return { jobId };
  }),
  /** An empty sheet of one kind, to be filled in. */
  template: procedure
    .input(z.object({ kind: z.enum(importedKinds), language }))
    .mutation(async ({ ctx, input: { kind, language: chosen } }) => {
      const name = `${catalogueOf(chosen).sheets.kinds[kind]}.xlsx`;
      const file = await ctx.files.hold(
        name,
        templateWorkbook(kind, chosen, await defaultWarehouseName(ctx.store.read)),
      );
      return { fileId: file.id };
    }),
  discard: procedure.input(session).mutation(async ({ ctx, input }) => {
    await ctx.imports.discard(input.sessionId);
    return {};
  }),
  history: procedure.input(listQuery).query(({ ctx, input }) => listImports(ctx.store.read, input)),
  undo: procedure.input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => undoImport(ctx, input.id)),
  problemWorkbook: procedure
    .input(z.union([session.extend({ language }), z.object({ importId: z.uuid() })]))
    .mutation(async ({ ctx, input }) => {
      const content =
        'importId' in input
          ? await readProblemRows(ctx, input.importId)
          : await ctx.imports
              .get(input.sessionId)
              .worker.call('problemWorkbook', { language: input.language });
      if (content === null) return { fileId: null };
      const file = await ctx.files.hold('问题行.xlsx', content);
      return { fileId: file.id };
    }),
});
