import type { SlowAction, SlowReason } from '../../stock/slow-movers.ts';

/** Texts of 滞销. */
export const slowStock = {
  title: '滞销',
  empty: '没有滞销的商品：卖得动，也没有卖不完就到期的。',
  columns: {
    idleDays: '未售天数',
    lastSale: '最近售出',
    action: '建议',
    reason: '理由',
    units: '建议数量',
    value: '占用金额',
  },
  hints: {
    idleDays: '最近一次售出到今天；从未售出的，从首次入库算起',
    units: '建议处理的数量',
    value: '这个商品全部库存的成本',
  },
  days: '未售达到',
  daysUnit: ' 天',
  daysHint: '多少天没有售出算滞销',
  allActions: '全部建议',
  actions: { scrap: '报废', promotion: '促销', return: '退总部', exchange: '调货' } as Readonly<
    Record<SlowAction, string>
  >,
  reasons: {
    expired: () => '已过效期',
    expiresSoon: (p) => `${p.expiry} 前卖不完`,
    notSold: (p) => `${p.idle} 天未售，调给卖得动的经销商`,
    notSoldLong: (p) => `${p.idle} 天未售，与总部商量退货`,
    expiresUnsold: (p) => `${p.expiry} 起陆续到期，卖不完`,
    tooMuch: (p) => `还能卖 ${p.cover} 天，超过半年`,
  } as Readonly<Record<SlowReason, (p: { idle: string; expiry: string; cover: string }) => string>>,
  totals: (p: { products: string; value: string }) => `${p.products} 个商品，占用 ¥${p.value}`,
  rule: '规则：过期的报废；半年内到期又卖不完的促销；两倍天数没售出的退总部；达到天数没售出的、或更晚到期卖不完的调货；够卖半年以上的促销多出的部分。',
};
