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
  /** Null in plans from before policies. */
  readonly terms?: { readonly closureDays: number } | null;
}

/**
 * “预计 21 天卖 340 支：日常 260，双11 +95，降温 −15；现有 120，在途 60，安全 75；凑整箱 +5 → 订 240”: terms of nothing are left out.
 */
export function explainSuggestion(texts: ExplanationTexts, line: ExplainedLine): string {
  if (amountOf(line, 'demand') === 0 && expectedOf(line) === 0 && line.suggested === 0) return texts.noDemand;
  const signedTerm = (kind: Kind, text: (p: { quantity: string }) => string): string[] =>
    amountOf(line, kind) === 0 ? [] : [text({ quantity: signed(amountOf(line, kind)) })];
  const groups = [
    [demandTerm(texts, line)],
    [
      // What is there is worth a word even when it is nothing.
      texts.available({ quantity: formatQuantity(0 - amountOf(line, 'available')) }),
      ...termOf(line, 'transfer', texts.transfer),
      ...termOf(line, 'onOrder', texts.onOrder),
      ...termOf(line, 'safety', texts.safety),
      ...signedTerm('rounding', texts.rounding),
    ],
    [
      ...termOf(line, 'moq', texts.moq),
      ...termOf(line, 'pack', texts.pack),
      ...termOf(line, 'shelfLife', texts.shelfLife),
      ...termOf(line, 'budget', texts.budget),
      ...termOf(line, 'multiple', texts.multiple),
    ],
  ];
  const terms = groups.filter((group) => group.length > 0).map((group) => group.join(texts.terms));
  return texts.sentence({ terms: terms.join(texts.groups), result: resultOf(texts, line) });
}

type Kind = ExplanationPart['kind'];

/** `+95`, `−15`: a real minus, and a sign on what is added up. */
export function signed(value: number): string {
  if (value === 0) return '0';
  return value < 0 ? `\u2212${formatQuantity(-value)}` : `+${formatQuantity(value)}`;
}

/** What all of demand comes to: everyday, what moves it, and days without deliveries. */
function expectedOf(line: ExplainedLine): number {
  return amountOf(line, 'demand') + amountOf(line, 'effect') + amountOf(line, 'closure');
}

function demandTerm(texts: ExplanationTexts, line: ExplainedLine): string {
  const expected = texts.demand({
    days: line.leadDays + line.reviewDays,
    quantity: formatQuantity(expectedOf(line)),
    unit: line.unit,
  });
  const closure = amountOf(line, 'closure');
  const made = [
    ...(closure === 0
      ? []
      : [texts.closure({ days: line.terms?.closureDays ?? 0, quantity: formatQuantity(closure) })]),
    ...line.parts
      .filter(({ kind, quantity }) => kind === 'effect' && quantity !== 0)
      .map((part) => texts.effect({ name: effectName(texts, part), quantity: signed(part.quantity) })),
  ];
  if (made.length === 0) return expected;
  const everyday = texts.everyday({ quantity: formatQuantity(amountOf(line, 'demand')) });
  return `${expected}${texts.made}${[everyday, ...made].join(texts.within)}`;
}

function effectName(texts: ExplanationTexts, { effect }: ExplanationPart): string {
  if (effect === undefined) return '';
  return effect.name === '' ? texts.effectNames[effect.kind] : effect.name;
}

/** What the label of a part says beside its kind. */
export interface LabelledLine {
  readonly leadDays: number;
  readonly reviewDays: number;
  readonly moq: number;
  readonly packSize: number;
  readonly parts?: readonly ExplanationPart[];
  readonly terms?: { readonly closureDays: number } | null;
}

/** The label of one bar of the waterfall. */
export function partLabel(
  texts: ExplanationTexts,
  part: Pick<ExplanationPart, 'effect'> & { readonly kind: Kind | 'total' },
  line: LabelledLine,
  serviceLevel: number,
): string {
  const { kind } = part;
  const closureDays = line.terms?.closureDays ?? 0;
  if (kind === 'effect') return effectName(texts, { ...part, kind, quantity: 0 });
  if (kind === 'closure') return texts.parts.closure({ days: closureDays });
  if (kind === 'demand') {
    const split = line.parts?.some((one) => one.kind === 'effect' || one.kind === 'closure') ?? false;
    const days = line.leadDays + line.reviewDays - closureDays;
    return split ? texts.parts.everyday({ days }) : texts.parts.demand(line);
  }
  if (kind === 'safety')
    return texts.parts.safety({ percent: `${Number((serviceLevel * 100).toFixed(1))}%` });
  if (kind === 'moq') return texts.parts.moq({ moq: formatQuantity(line.moq) });
  if (kind === 'pack') return texts.parts.pack({ packSize: formatQuantity(line.packSize) });
  return texts.parts[kind];
}

function resultOf(texts: ExplanationTexts, line: ExplainedLine): string {
  if (line.suggested > 0) return texts.order({ quantity: formatQuantity(line.suggested) });
  if (amountOf(line, 'shelfLife') !== 0 || amountOf(line, 'budget') !== 0) return texts.nothingLeft;
  const spare = amountOf(line, 'enough');
  return spare > 0 ? texts.enough({ quantity: formatQuantity(spare) }) : texts.exactlyEnough;
}

function amountOf(line: ExplainedLine, kind: Kind): number {
  return line.parts.reduce((sum, part) => (part.kind === kind ? sum + part.quantity : sum), 0);
}

function termOf(line: ExplainedLine, kind: Kind, text: (p: { quantity: string }) => string): string[] {
  const amount = amountOf(line, kind);
  return amount === 0 ? [] : [text({ quantity: formatQuantity(Math.abs(amount)) })];
}
