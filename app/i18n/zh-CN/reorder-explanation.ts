/** The arithmetic behind a suggestion, in one sentence and part by part. Quantities come formatted. */
export const reorderExplanation = {
  sentence: (p: { terms: string; result: string }) => `${p.terms} → ${p.result}`,
  /** Between what is expected and what is set against it, and between the terms of one side. */
  groups: '；',
  terms: '，',
  demand: (p: { days: number; quantity: string; unit: string }) =>
    `预计 ${p.days} 天卖 ${p.quantity}${unit(p.unit)}`,
  /** Before the terms that demand is made of, and between them. */
  made: '：',
  within: '，',
  everyday: (p: { quantity: string }) => `日常 ${p.quantity}`,
  effect: (p: { name: string; quantity: string }) => `${p.name} ${p.quantity}`,
  closure: (p: { days: number; quantity: string }) => `停送 ${p.days} 天 +${p.quantity}`,
  effectNames: {
    promotion: '促销',
    holiday: '节假日',
    event: '活动',
    season: '季节',
    weather: '天气',
    trend: '趋势',
  },
  available: (p: { quantity: string }) => `现有 ${p.quantity}`,
  transfer: (p: { quantity: string }) => `他仓调入 ${p.quantity}`,
  onOrder: (p: { quantity: string }) => `在途 ${p.quantity}`,
  safety: (p: { quantity: string }) => `安全 ${p.quantity}`,
  moq: (p: { quantity: string }) => `补足起订量 +${p.quantity}`,
  pack: (p: { quantity: string }) => `凑整箱 +${p.quantity}`,
  rounding: (p: { quantity: string }) => `取整 ${p.quantity}`,
  shelfLife: (p: { quantity: string }) => `效期内卖不完 −${p.quantity}`,
  budget: (p: { quantity: string }) => `预算削减 −${p.quantity}`,
  multiple: (p: { quantity: string }) => `凑单 +${p.quantity}`,
  order: (p: { quantity: string }) => `订 ${p.quantity}`,
  enough: (p: { quantity: string }) => `够用，多出 ${p.quantity}，不订`,
  nothingLeft: '不订',
  exactlyEnough: '刚好够用，不订',
  noDemand: '没有可预期的销售，不建议订货',
  /** Labels of the waterfall, one for each kind of part. */
  parts: {
    demand: (p: { leadDays: number; reviewDays: number }) =>
      `${p.leadDays + p.reviewDays} 天需求（到货 ${p.leadDays} + 间隔 ${p.reviewDays}）`,
    safety: (p: { percent: string }) => `安全库存（${p.percent} 不断货）`,
    everyday: (p: { days: number }) => `日常需求（${p.days} 天）`,
    closure: (p: { days: number }) => `停送货 ${p.days} 天，提前备货`,
    rounding: '取整到件',
    available: '减可用',
    transfer: '减他仓调入',
    onOrder: '减在途',
    enough: '已够用',
    moq: (p: { moq: string }) => `补足起订量 ${p.moq}`,
    pack: (p: { packSize: string }) => `凑整箱（每箱 ${p.packSize}）`,
    shelfLife: '减效期内卖不完',
    budget: '减预算不够',
    multiple: '整单凑单',
    total: '建议订购',
  },
};

function unit(name: string): string {
  return name === '' ? '' : ` ${name}`;
}
