import { AppError } from '#app/core/errors.ts';
import { formatFen } from '#app/core/fen.ts';
import { explainSuggestion } from '#app/replenishment/explain.ts';
import type { ReorderLineView, ReorderPlanView } from '#app/replenishment/types.ts';
import { catalogueOf, failureMessage } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { listAllReorderLines } from '#db/queries/reorder-lines.ts';

import { saveFile } from '../../exchange/writing/save-file.ts';
import { planWorkbook } from '../../replenishment/order-files.ts';
import { getPlan } from '../../replenishment/plan-changes.ts';
import { runReplenishment } from '../../replenishment/run-replenishment.ts';
import type { Context } from '../../server/context.ts';
import { aligned, dayOption, pathFromHere, positionals, textOption } from './command.ts';
import type { Command } from './command.ts';
import { moneyOption } from './policies.ts';

export const replenishCommand: Command = {
  options: { 'as-of': { type: 'string' }, budget: { type: 'string' }, out: { type: 'string' } },
  check: (parsed) => {
    positionals(parsed);
    dayOption(parsed, 'as-of');
    moneyOption(parsed, 'budget');
    const out = textOption(parsed, 'out');
    if (out !== undefined && !/\.xlsx$/iu.test(out)) throw new Error(`--out ${out}: FILE.xlsx`);
  },
  run: async (context, parsed, language) => {
    const job = { signal: new AbortController().signal, report: () => undefined };
    const budget = moneyOption(parsed, 'budget');
    const order = budget === undefined ? {} : { order: { budget } };
    const { planId } = await runReplenishment(context, { asOf: dayOption(parsed, 'as-of'), ...order }, job);
    const plan = await getPlan(context, context.store.read, planId);
    const lines = await listAllReorderLines(context.store.read, planId);
    const { saved, failure } = await saveOrder(context, planId, textOption(parsed, 'out'), language);
    const json = toJson(plan, lines, saved, language);
    const text = toText(plan, lines, saved, language);
    if (failure === null) return { exit: 0, json, text };
    const message = failureMessage(language, failure);
    return { exit: 1, json: { ...json, error: { ...failure, message } }, text: `${text}\n${message}` };
  },
};

/** The path of the saved workbook, or why there is none (nothing to order, a locked file): the plan is told all the same. */
async function saveOrder(
  context: Context,
  planId: string,
  out: string | undefined,
  language: Language,
): Promise<{ saved: string | null; failure: AppError['failure'] | null }> {
  if (out === undefined) return { saved: null, failure: null };
  const path = pathFromHere(out);
  try {
    await saveFile(path, (await planWorkbook(context, planId, language)).bytes);
    return { saved: path, failure: null };
  } catch (error) {
    if (error instanceof AppError) return { saved: null, failure: error.failure };
    throw error;
  }
}

function toJson(
  plan: ReorderPlanView,
  lines: readonly ReorderLineView[],
  saved: string | null,
  language: Language,
) {
  const { reorder } = catalogueOf(language);
  return {
    planId: plan.id,
    asOf: plan.asOf,
    asOfReason: plan.asOfReason,
    parameters: plan.parameters,
    totals: plan.totals,
    saved,
    lines: lines.map((line) => ({
      code: line.code,
      name: line.name,
      available: line.available,
      onOrder: line.onOrder,
      demandPerDay: line.demandPerDay,
      leadDays: line.leadDays,
      reviewDays: line.reviewDays,
      safetyStock: line.safetyStock,
      suggested: line.suggested,
      moq: line.moq,
      packSize: line.packSize,
      coverDays: line.coverDays,
      risk: line.risk,
      method: line.method,
      demandClass: line.demandClass,
      parts: line.parts,
      explanation: explainSuggestion(reorder.explanation, line),
    })),
  };
}

function toText(
  plan: ReorderPlanView,
  lines: readonly ReorderLineView[],
  saved: string | null,
  language: Language,
): string {
  const text = catalogueOf(language).commandLine;
  const rows = lines
    .filter(({ suggested }) => suggested > 0)
    .map((line) => [
      line.code,
      line.name,
      ...[line.available, line.onOrder].map(String),
      line.demandPerDay.toFixed(1),
      ...[line.leadDays, line.safetyStock, line.suggested].map(String),
    ]);
  const totals = text.replenishTotals({
    ...plan.totals,
    asOf: plan.asOf,
    amount: formatFen(plan.totals.amount),
  });
  return [
    aligned([text.replenishHeader, ...rows]),
    totals,
    ...(saved === null ? [] : [text.saved({ path: saved })]),
  ].join('\n');
}
