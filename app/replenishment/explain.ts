import { formatQuantity } from '../core/quantity.ts';
import type { Translation } from '../i18n/translation.ts';
import type { reorderExplanation } from '../i18n/zh-CN/reorder-explanation.ts';
import type { ExplanationPart } from './types.ts';

export type ExplanationTexts = Translation<typeof reorderExplanation>;

export interface ExplainedLine {
  readonly parts: readonly ExplanationPart[];
  readonly unit: string;
  readonly leadDays: number;
  readonly reviewDays: number;
  readonly suggested: number;
}

/** “预计 21 天卖 340 支;现有 120,在途 60,安全 75;凑整箱 +5 → 订 240”: terms of nothing are left out. */
export function explainSuggestion(texts: ExplanationTexts, line: ExplainedLine): string {
  const demand = amountOf(line, 'demand');
  if (demand === 0 && line.suggested === 0) return texts.noDemand;
  const days = line.leadDays + line.reviewDays;
  const groups = [
    [texts.demand({ days, quantity: formatQuantity(demand), unit: line.unit })],
    [
      // What is there is worth a word even when it is nothing.
      texts.available({ quantity: formatQuantity(0 - amountOf(line, 'available')) }),
      ...termOf(line, 'onOrder', (quantity) => texts.onOrder({ quantity })),
      ...termOf(line, 'safety', (quantity) => texts.safety({ quantity })),
    ],
    [
      ...termOf(line, 'moq', (quantity) => texts.moq({ quantity })),
      ...termOf(line, 'pack', (quantity) => texts.pack({ quantity })),
    ],
  ];
  const terms = groups.filter((group) => group.length > 0).map((group) => group.join(texts.terms));
  return texts.sentence({ terms: terms.join(texts.groups), result: resultOf(texts, line) });
}

/** The label of one bar of the waterfall. */
export function partLabel(
  texts: ExplanationTexts,
  kind: ExplanationPart['kind'] | 'total',
  line: {
    readonly leadDays: number;
    readonly reviewDays: number;
    readonly moq: number;
    readonly packSize: number;
  },
  serviceLevel: number,
): string {
  if (kind === 'demand') return texts.parts.demand(line);
  if (kind === 'safety')
    return texts.parts.safety({ percent: `${Number((serviceLevel * 100).toFixed(1))}%` });
  if (kind === 'moq') return texts.parts.moq({ moq: formatQuantity(line.moq) });
  if (kind === 'pack') return texts.parts.pack({ packSize: formatQuantity(line.packSize) });
  return texts.parts[kind];
}

function resultOf(texts: ExplanationTexts, line: ExplainedLine): string {
  if (line.suggested > 0) return texts.order({ quantity: formatQuantity(line.suggested) });
  const spare = amountOf(line, 'enough');
  return spare > 0 ? texts.enough({ quantity: formatQuantity(spare) }) : texts.exactlyEnough;
}

function amountOf(line: ExplainedLine, kind: ExplanationPart['kind']): number {
  return line.parts.reduce((sum, part) => (part.kind === kind ? sum + part.quantity : sum), 0);
}

function termOf(
  line: ExplainedLine,
  kind: ExplanationPart['kind'],
  text: (quantity: string) => string,
): string[] {
  const amount = amountOf(line, kind);
  return amount === 0 ? [] : [text(formatQuantity(Math.abs(amount)))];
}
