import { reorderExplanation } from './reorder-explanation.ts';

/** 补货建议: what to order, how much, and why. */
export const reorder = {
  title: '补货建议',
  open: '打开补货建议',
  tabs: {
    '/reorder': '建议',
    '/reorder/policies': '策略',
    '/reorder/what-if': '推演',
    '/reorder/accuracy': '准确度',
  },

  empty: {
    noSales: '还没有销售数据，算不出该订多少。先导入总部的销售明细。',
    toImport: '导入文件',
    noPlan: '销售数据已经就绪。按每个商品的销量、库存和在途算出该订多少。',
    compute: '计算补货建议',
    nothingToOrder: '库存和在途足够，这次没有要订的商品。',
    showAll: '显示全部',
    ordered: '这份建议已经生成采购订单。',
  },

  outdated: {
    text: '计算之后库存、销售或商品有变化',
    action: '重新计算',
    actionLosing: (p: { count: number }) => `重新计算（放弃已改的 ${p.count} 行）`,
  },

  asOf: {
    label: '计算日',
    lastSale: (p: { day: string }) => `最近一次销售 ${p.day}，因此按这一天计算`,
    today: '按今天计算',
    asked: (p: { day: string }) => `按您指定的 ${p.day} 计算`,
  },

  parameters: {
    open: '计算设置',
    title: '怎么算',
    asOf: '计算日',
    asOfHint: '只用到这一天为止的销量和库存',
    reviewDays: '订货间隔（天）',
    reviewDaysHint: '多久向总部订一次货',
    defaultLeadDays: '默认到货天数',
    defaultLeadDaysHint: '商品自己没有写到货天数时用',
    serviceLevel: '不断货的把握（%）',
    serviceLevelHint: '越高，安全库存越多',
    recompute: '重新计算',
    replaces: '会重新算出全部数量，已改的数量不保留。',
    summary: (p: { review: number; lead: number; service: string }) =>
      `每 ${p.review} 天订一次 · 默认 ${p.lead} 天到货 · 把握 ${p.service}%`,
  },

  totals: {
    label: '这次订购的合计',
    supplier: '供应商',
    headquarters: '总部',
    expected: '预计到货',
    lines: '项',
    units: '件',
    packs: '箱',
    amount: '金额',
    linesLabel: '订购',
    unitsLabel: '数量',
    packsLabel: '箱数',
    noPrice: (p: { count: string }) => `${p.count} 项没有价格，未计入金额`,
  },

  actions: {
    exportWorkbook: '导出订单',
    exportHint: '保存为 Excel，发给总部',
    exported: '订单表格已保存',
    createOrder: '生成采购订单',
    more: '更多',
  },

  create: {
    title: '生成采购订单？',
    body: (p: { lines: string; units: string; amount: string }) =>
      `向总部订购 ${p.lines} 项，共 ${p.units} 件，金额 ${p.amount}。`,
    expected: (p: { day: string }) => `预计 ${p.day} 到货。`,
    effect: '这些数量会计入在途，明天的建议不会重复订购。',
    dropped: (p: { count: string }) => `${p.count} 项已舍弃，不会订购。`,
    confirm: '生成采购订单',
    cancel: '再看看',
    done: (p: { number: string }) => `已生成采购订单 ${p.number}`,
    show: '查看订单',
    undo: '撤销',
    undone: (p: { number: string }) => `采购订单 ${p.number} 已取消，不再计入在途`,
  },

  views: {
    label: '显示哪些商品',
    all: '全部',
    toOrder: '需订购',
    late: '将缺货',
    edited: '已改',
    dropped: '已舍弃',
    withCount: (p: { name: string; count: string }) => `${p.name} ${p.count}`,
  },

  search: '编码、名称、拼音首字母',
  tableLabel: '补货建议，上下键换行，输入数字修改订购数量',

  columns: {
    risk: '风险',
    code: '编码',
    name: '名称',
    category: '类别',
    available: '可用',
    onOrder: '在途',
    demandPerDay: '日均',
    coverDays: '可销天数',
    suggested: '建议',
    ordered: '订购',
    packs: '箱',
    amount: '金额',
    note: '备注',
  },

  risk: {
    late: '将缺货',
    soon: '偏紧',
    covered: '充足',
    due: '该补',
    onTheWay: '等到货',
    noDemand: '无销量',
  },
  riskHint: {
    late: '在订的货到之前就会卖完',
    soon: '能撑到到货，撑不到下一次订货',
    due: '撑得到下一次订货，但会用到安全库存',
    onTheWay: '现有的不够卖到到货，已订的到了就够',
    covered: '撑得到下一次订货之后',
    noDemand: '近期没有销量',
  },
  riskLate: (p: { days: string }) => `缺 ${p.days} 天`,

  note: {
    edited: (p: { suggested: string }) => `建议 ${p.suggested}`,
    dropped: '已舍弃',
    accepted: '已接受',
    moq: (p: { count: string }) => `起订 +${p.count}`,
    pack: (p: { count: string }) => `凑箱 +${p.count}`,
    short: '销售记录短',
    noPrice: '没有价格',
  },

  edit: {
    orderedOf: (p: { name: string }) => `${p.name} 的订购数量`,
    invalid: '请输入 0 或正整数',
    notPack: (p: { pack: string }) => `不是整箱（每箱 ${p.pack}）`,
    belowMoq: (p: { moq: string }) => `低于起订量 ${p.moq}`,
  },

  keys: {
    title: '键盘',
    walk: '换行',
    edit: '输入数量',
    accept: '接受',
    drop: '舍弃',
    undo: '撤销',
    number: '0–9',
    space: '空格',
  },

  days: (p: { days: string }) => `${p.days} 天`,
  daysOver: (p: { days: string }) => `${p.days}+ 天`,
  noCover: '—',

  panel: {
    label: '所选商品的依据',
    why: '为什么是这个数量',
    changedTo: '您改为',
    chart: '每周销量与预测',
    history: '实际',
    forecast: '预测',
    band: '预测区间',
    weekOf: (p: { day: string }) => `${p.day} 起的一周`,
    range: (p: { low: string; high: string }) => `${p.low} 到 ${p.high}`,
    chartSummary: (p: { weeks: string; last: string; forecast: string; low: string; high: string }) =>
      `过去 ${p.weeks} 周的销量，最近一周 ${p.last}；之后每周预计 ${p.forecast}，区间 ${p.low} 到 ${p.high}。`,
    noHistory: '还没有销售记录，画不出曲线。',
    method: '怎么预测的',
    demandClass: {
      none: '没有销量',
      new: '刚开始卖',
      short: '销售记录还短',
      smooth: '平稳',
      erratic: '起伏大',
      intermittent: '时有时无',
      lumpy: '时有时无且起伏大',
      dead: '已经不卖',
    },
    tested: (p: { origins: string }) => `在过去的 ${p.origins} 个时段上试算过：`,
    accuracy: (p: { percent: string }) => `平均准确度 ${p.percent}%`,
    accuracyLow: '过去的误差和销量本身一样大，请多看一眼',
    notTested: '销售记录太短，还不能和过去对照',
    bias: { over: '略偏多', under: '略偏少', even: '不偏' },
    policy: '订货条件',
    leadDays: '到货',
    reviewDays: '订货间隔',
    service: '把握',
    moq: '起订量',
    packSize: '箱规',
    safety: '安全库存',
    price: '单价',
    demandPerDay: '日均销量',
    editProduct: '修改商品资料',
    close: '关闭依据',
    perPack: (p: { count: string; unit: string }) => `${p.count} ${p.unit}/箱`,
    unit: '件',
    packs: (p: { count: string }) => `${p.count} 箱`,
  },

  /** The arithmetic in words; see app/replenishment/explain.ts. */
  explanation: reorderExplanation,
};
