import { resolve } from 'node:path';

import { formatFen } from '#app/core/fen.ts';
import { explainSuggestion } from '#app/replenishment/explain.ts';
import type { ReorderLineView, ReorderPlanView } from '#app/replenishment/types.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { listAllReorderLines } from '#db/queries/reorder-lines.ts';

import { saveFile } from '../../exchange/writing/save-file.ts';
import { planWorkbook } from '../../replenishment/order-files.ts';
import { getPlan } from '../../replenishment/plan-changes.ts';
import { runReplenishment } from '../../replenishment/run-replenishment.ts';
import { aligned, dayOption, positionals, textOption } from './command.ts';
import type { Command } from './command.ts';

export const replenishCommand: Command = {
  options: { 'as-of': { type: 'string' }, out: { type: 'string' } },
  check: (parsed) => {
    positionals(parsed);
    dayOption(parsed, 'as-of');
  },
  run: async (context, parsed, language) => {
    const job = { signal: new AbortController().signal, report: () => undefined };
    const { planId } = await runReplenishment(context, { asOf: dayOption(parsed, 'as-of') }, job);
    const plan = await getPlan(context, context.store.read, planId);
    const lines = await listAllReorderLines(context.store.read, planId);
    const out = textOption(parsed, 'out');
    const saved = out === undefined ? null : resolve(out);
    if (saved !== null) await saveFile(saved, (await planWorkbook(context, planId, language)).bytes);
    return {
      exit: 0,
      json: toJson(plan, lines, saved, language),
      text: toText(plan, lines, saved, language),
    };
  },
};

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
