/** The arithmetic behind a suggestion, in one sentence and part by part. Quantities come formatted. */
export const reorderExplanation = {
  sentence: (p: { terms: string; result: string }) => `${p.terms} → ${p.result}`,
  /** Between what is expected and what is set against it, and between the terms of one side. */
  groups: '；',
  terms: '，',
  demand: (p: { days: number; quantity: string; unit: string }) =>
    `预计 ${p.days} 天卖 ${p.quantity}${unit(p.unit)}`,
  available: (p: { quantity: string }) => `现有 ${p.quantity}`,
  onOrder: (p: { quantity: string }) => `在途 ${p.quantity}`,
  safety: (p: { quantity: string }) => `安全 ${p.quantity}`,
  moq: (p: { quantity: string }) => `补足起订量 +${p.quantity}`,
  pack: (p: { quantity: string }) => `凑整箱 +${p.quantity}`,
  order: (p: { quantity: string }) => `订 ${p.quantity}`,
  enough: (p: { quantity: string }) => `够用，多出 ${p.quantity}，不订`,
  exactlyEnough: '刚好够用，不订',
  noDemand: '没有可预期的销售，不建议订货',
  /** Labels of the waterfall, one for each kind of part. */
  parts: {
    demand: (p: { leadDays: number; reviewDays: number }) =>
      `${p.leadDays + p.reviewDays} 天需求（到货 ${p.leadDays} + 间隔 ${p.reviewDays}）`,
    safety: (p: { percent: string }) => `安全库存（${p.percent} 不断货）`,
    available: '减可用',
    onOrder: '减在途',
    enough: '已够用',
    moq: (p: { moq: string }) => `补足起订量 ${p.moq}`,
    pack: (p: { packSize: string }) => `凑整箱（每箱 ${p.packSize}）`,
    total: '建议订购',
  },
};

function unit(name: string): string {
  return name === '' ? '' : ` ${name}`;
}
