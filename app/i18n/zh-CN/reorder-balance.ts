/** 调拨与调货: what to move between own warehouses before ordering, and what to offer to other distributors. */
export const reorderBalance = {
  title: '调拨与调货',
  show: '看什么',
  transfers: '仓间调拨',
  offers: '调货给同行',
  search: '编码、名称、拼音首字母',
  transfersEmpty:
    '各仓库存和各自的销量相称，没有要调拨的商品。只有一个仓库、或还没有计算补货建议时，也没有调拨。',
  offersEmpty: '没有卖不完或者压得太多的库存，不需要调货。',
  draft: '开调拨单',
  drafted: (p: { lines: string; from: string; to: string }) =>
    `已开调拨草稿：${p.from} → ${p.to}，${p.lines} 行`,
  rule: '按最近 13 周各仓出库的比例分需求，多的给少的；建议订购的数量里已经算上。',
  offerRule: '会过期卖不掉的，加上够卖半年以上的；能省 = 过期损失 + 持有成本（每年按库存金额的 20%）。',
  columns: {
    code: '编码',
    name: '名称',
    from: '调出',
    to: '调入',
    quantity: '数量',
    available: '可用',
    perDay: '日均',
    units: '建议调出',
    riskUnits: '其中将过期',
    nearestExpiry: '最近效期',
    lifeDays: '剩余天数',
    expiryLoss: '过期损失',
    holdingCost: '持有成本',
    saves: '能省',
  },
  lifeHint: '不足 180 天的，同行多半不收，先问一声',
};
