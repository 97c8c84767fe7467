import type { SheetProblemCode } from '../../core/stock-problems.ts';
import { stockWords } from './stock-words.ts';

interface Said {
  readonly found: string;
  readonly expected: string;
}

type DocumentMessages = { readonly [Code in SheetProblemCode as `document.${Code}`]: (p: Said) => string };

/** What the rules of posting say, in the words of the documents' own screens. */
const documentMessages = Object.fromEntries(
  Object.entries(stockWords.problems).map(([code, say]) => [`document.${code}`, say]),
) as DocumentMessages;

/** “found” where there is something to quote. */
function quoted(text: string): string {
  return text === '' ? '空白' : `“${text}”`;
}

/** Said only where it is known. */
function hint(text: string, before: string): string {
  return text === '' ? '' : `${before}“${text}”`;
}

/** Words for spreadsheets: kinds, columns (also the headers of everything exported), and what is said about rows. */
export const sheets = {
  kinds: {
    products: '商品资料',
    components: '套装组件',
    sales: '销售明细',
    stock: '库存',
    counts: '盘点表',
    purchaseOrder: '采购订单',
    orderConfirmation: '总部确认',
    receipts: '入库单',
    movements: '出入库单据',
    promotions: '促销',
    holidays: '节假日',
    weather: '天气',
    other: '其他（不导入）',
  },
  fields: {
    code: '商品编码',
    name: '商品名称',
    barcode: '条码',
    category: '大类',
    subcategory: '小类',
    unit: '单位',
    packSize: '箱规',
    moq: '起订量',
    leadDays: '交货天数',
    listPrice: '标准售价',
    status: '状态',
    orderNumber: '订单号',
    day: '日期',
    customerCode: '客户编码',
    customerName: '客户名称',
    region: '区域',
    province: '省份',
    city: '城市',
    productCode: '商品编码',
    productName: '商品名称',
    warehouse: '仓库',
    quantity: '数量',
    unitPrice: '单价',
    amount: '金额',
    phone: '电话',
    note: '备注',
    lot: '批次',
    productionDay: '生产日期',
    expiryDay: '有效期至',
    unitCost: '成本单价',
    supplier: '供应商',
    distributor: '经销商',
    packs: '箱数',
    expectedDay: '预计到货日',
    confirmed: '确认数量',
    supplierNumber: '总部单号',
    purchasePrice: '采购价',
    productKind: '商品类型',
    lotControl: '批次管理',
    shelfLife: '保质期',
    registrationNumber: '注册备案号',
    packBarcode: '箱码',
    shelf: '货位',
    setCode: '套装编码',
    setName: '套装名称',
    certificate: '检验报告',
    book: '账面数量',
    counted: '实盘数量',
    documentNumber: '单据编号',
    documentKind: '单据类型',
    partner: '往来单位',
    toWarehouse: '调入仓库',
    condition: '退货情况',
    reason: '原因',
    promotionName: '促销名称',
    firstDay: '开始日期',
    lastDay: '结束日期',
    discount: '让利',
    dayKind: '放假或上班',
    dayName: '节日名称',
    high: '最高温度',
    low: '最低温度',
    sky: '天气',
    wind: '风向',
    warning: '预警',
  },
  /** Columns that only a workbook of problem rows has. */
  yes: '是',
  no: '否',
  ownColumns: { reason: '原因', originalRow: '原始行号' },
  severities: { repair: '已修正', warning: '提醒', duplicate: '重复', rejection: '不能导入' },
  outcomes: { accepted: '导入', corrected: '修正后导入', duplicate: '重复，略过', rejected: '不导入' },
  skipped: { blank: '空行', title: '标题或说明', total: '合计行', repeatedHeader: '重复的表头' },
  reasons: {
    synonym: '表头名称一致',
    similar: '表头名称相近',
    values: '按数据内容判断',
    remembered: '沿用上次确认',
    person: '由您指定',
    none: '没有对应，不导入',
  },
  problems: {
    'date.separators': (p: Said) => `日期${quoted(p.found)}已按 ${p.expected} 导入`,
    'number.unit': (p: Said) => `数字${quoted(p.found)}带有单位，已按 ${p.expected} 导入`,
    'number.text': (p: Said) => `${quoted(p.found)}是文本格式的数字，已按 ${p.expected} 导入`,
    'money.unit': (p: Said) => `金额${quoted(p.found)}带有货币符号，已按 ${p.expected} 导入`,
    'code.prefix': (p: Said) => `编码${quoted(p.found)}带有说明文字，已按“${p.expected}”导入`,
    'code.number': (p: Said) =>
      `编码 ${p.found} 是数字格式，已按文本“${p.expected}”导入；如果原来有前导 0，请在原文件中补上`,
    'text.spaces': (p: Said) => `${quoted(p.found)}含有多余空格或全角字符，已按“${p.expected}”导入`,
    'price.fromProduct': (p: Said) => `没有单价，已取商品资料中的售价 ${p.expected}`,
    'price.fromAmount': (p: Said) => `没有单价，已用金额除以数量得到 ${p.expected}`,
    'amount.computed': (p: Said) => `没有金额，已用单价乘以数量得到 ${p.expected}`,
    'product.service': (p: Said) =>
      `${p.found}“${p.expected}”是费用，不是货物：新建为服务，照常计入销售，不进出库存`,
    'product.set': (p: Said) => `商品${quoted(p.found)}有组件，已设为套装`,
    'price.fromOrder': (p: Said) => `没有单价，已取采购订单上的 ${p.expected}`,
    'quantity.fromPacks': (p: Said) => `没有件数，已按箱数乘以箱规（${p.found}）得到 ${p.expected}`,
    'word.unknown': (p: Said) => `${quoted(p.found)}不认识；请改用表格模板里的说法`,
    'packs.differ': (p: Said) =>
      `件数 ${p.found} 与箱数乘以箱规（${p.expected}）不一致；已按件数导入，请核对`,
    'order.absent': (p: Said) => `没有未完成的采购订单${quoted(p.found)}；按没有订单的入库导入`,
    'order.lacks': (p: Said) =>
      `采购订单${quoted(p.expected)}里没有商品${quoted(p.found)}；仍会入库，不核销订单`,
    'order.under': (p: Said) => `采购订单${quoted(p.found)}还没有到齐：${p.expected}`,
    'supplier.assumed': (p: Said) => `供应商${quoted(p.found)}不在资料里，已当作唯一的供应商“${p.expected}”`,
    'cost.unknown': (p: Said) =>
      `${quoted(p.found)}没有成本，商品资料里也没有采购价；按已有的平均成本入账，没有则成本为 0`,
    'barcode.shared': (p: Said) =>
      `条码 ${p.found} 已是${quoted(p.expected)}的；导入后扫这个码会问是哪一个，请核对`,
    'cost.zero': (p: Said) => `${quoted(p.found)}的成本是 0，将按不花钱的货入账；如果只是不知道，请留空`,
    'stock.blocked': (p: Said) =>
      `库存会不够：需要 ${p.found}，只有 ${p.expected}；这个仓库不允许负库存，提交会失败。请先导入入库，或选择“这个文件是已经发生的历史”`,
    'count.crossed': (p: Said) =>
      `${p.found} 早于盘点 ${p.expected}，会改变盘点之后的库存；请在上方选择怎样处理`,
    'region.unknown': (p: Said) =>
      `区域${quoted(p.found)}在本列中很少见${hint(p.expected, '，可能应为')}；已照原样导入，如有误请修改原文件后重新导入`,
    'place.missing': (p: Said) =>
      `地区信息空缺${hint(p.expected, '，可能是')}；该行已导入，可在原文件中补上后重新导入`,
    'order.mixed': (p: Said) =>
      `同一订单号下有不同的客户或日期：这里是 ${p.found}，前面是 ${p.expected}；已分成不同的订单导入，请核对订单号`,
    'amount.differs': (p: Said) =>
      `金额 ${p.found} 与单价乘以数量${p.expected === '' ? '' : `（${p.expected}）`}不一致；已保留原金额，请核对`,
    'product.created': (p: Said) =>
      `商品${quoted(p.found)}没有资料，将按名称“${p.expected}”新建；请随后补全商品资料`,
    'price.unknown': () => '没有单价，商品资料中也没有售价；该行已导入，金额留空',
    'code.damaged': (p: Said) =>
      `编码 ${p.found} 已被表格软件改成日期、科学计数法或截断了位数；请在原文件中把该列设为文本并重新填写`,
    'customer.missing': () => '没有客户；该行已导入，不计入任何客户',
    'stock.negative': (p: Said) => `库存 ${p.found} 小于 0；已照原样导入，请尽快盘点`,
    'sheet.hidden': (p: Said) => `工作表${quoted(p.found)}是隐藏的，也会导入；不需要时请把它设为“其他”`,
    'quantity.return': (p: Said) => `数量 ${p.found} 小于 0，按退货导入`,
    'status.unknown': (p: Said) => `状态${quoted(p.found)}不认识，已忽略；请填“启用”或“停用”`,
    'line.repeated': (p: Said) => `与第 ${p.expected} 行完全相同，只导入一次；确实是两笔时请选择“保留重复行”`,
    'line.known': (p: Said) => `这一行以前导入过${hint(p.found, '，订单')}，不再导入`,
    'row.unchanged': (p: Said) => `${quoted(p.found)}与已有的内容相同，无需改动`,
    'quantity.missing': () => '没有数量；请填写整数数量',
    'quantity.invalid': (p: Said) => `数量${quoted(p.found)}不是可以确定的数字；请填写以最小单位计的整数`,
    'quantity.notWhole': (p: Said) => `数量 ${p.found} 不是整数；请改为以最小单位计的整数`,
    'quantity.zero': () => '数量为 0；请填写实际数量，或删去该行',
    'quantity.short': (p: Said) => `库存将为负：${p.found}，现有 ${p.expected}；请补录入库，或改为按历史导入`,
    'order.draft': () => '这是还没有生成采购订单的草稿，不导入；请在补货建议中生成采购订单',
    'product.missing': () => '没有商品；请填写商品编码、条码或商品名称',
    'product.unknown': (p: Said) => `找不到商品${quoted(p.found)}，或有几个商品同名；请填写商品编码`,
    'date.missing': () => '没有日期；请填写日期，例如 2026-11-22',
    'date.invalid': (p: Said) => `日期${quoted(p.found)}不存在或读不准；请按 2026-11-22 的格式填写`,
    'date.future': (p: Said) => `日期${quoted(p.found)}晚于截止日 ${p.expected}；请核对日期，或调整截止日`,
    'number.invalid': (p: Said) =>
      `${quoted(p.found)}不是可用的数字${p.expected === '' ? '' : `（应为 ${p.expected}）`}；请改正后重新导入`,
    'cell.error': (p: Said) => `单元格是错误值 ${p.found}；请在原文件中修正公式或改填数值`,
    'code.repeated': (p: Said) => `${quoted(p.found)}与第 ${p.expected} 行重复而内容不同；请只保留正确的一行`,
    'order.differs': (p: Said) =>
      p.expected === ''
        ? `原订单中没有商品${quoted(p.found)}；请与总部核对，不会改动已有订单`
        : `与原订单不一致：这里是 ${p.found}，原订单是 ${p.expected}；请与总部核对，不会改动已有订单`,
    'line.differs': (p: Said) =>
      `同一订单的这个商品以前按 ${p.expected} 导入过，这里是 ${p.found}；为免重复计算，这一行不导入。是更正时，请先撤销原来的导入再重新导入；确实是另一笔时，请选择“保留重复行”`,
    'lot.differs': (p: Said) =>
      `同一批次的日期不一致：这里是 ${p.found}，已有的是 ${p.expected}；请核对批次，已有的资料不会改动`,
    'expiry.early': (p: Said) => `有效期 ${p.found} 早于生产日期 ${p.expected}；请核对这两个日期`,
    'price.zero': (p: Said) =>
      p.expected === ''
        ? '单价为 0，按赠品导入；如果漏填，请补上单价'
        : '单价为 0 的退回，多半是报损或盘点调整；已照原样导入，会冲减需求，不是销售时请删去该行',
    'order.missing': () => '没有订单号；请填写订单号',
    'name.missing': (p: Said) => `新商品${quoted(p.found)}没有名称；请填写商品名称`,
    'value.tooLong': (p: Said) => `内容超过 ${p.expected} 个字符；请缩短后重新导入`,
    'lot.needed': (p: Said) =>
      `${quoted(p.found)}按批次存放${hint(p.expected, '，现有批次：')}；请填写盘点的是哪一批`,
    'partner.unknown': (p: Said) =>
      `没有往来单位${quoted(p.found)}${hint(p.expected, '，现有：')}；请先新增，或改为已有的`,
    'kind.unknown': (p: Said) =>
      `单据类型${quoted(p.found)}不认识；请填写例如入库、出库、退货、调拨、调整、领用、报废`,
    'confirmed.less': (p: Said) => `确认 ${p.found}，少于订购 ${p.expected}；在途按确认数计算`,
    'confirmed.more': (p: Said) => `确认 ${p.found}，多于订购 ${p.expected}；请与总部核对`,
    'order.unknown': (p: Said) => `没有采购订单${quoted(p.found)}；请核对订单号`,
    'order.notOpen': (p: Said) => `采购订单${quoted(p.found)}还没有发出，或已完成、已作废；不会改动`,
    'order.other': (p: Said) => `这一行是订单${quoted(p.found)}的，只登记 ${p.expected}`,
    'component.invalid': (p: Said) => `套装${quoted(p.found)}不能由它自己组成；请填写组件的编码`,
    'discount.kept': (p: Said) => `${quoted(p.found)}已按让利 ${p.expected} 导入`,
    'temperature.order': (p: Said) => `最低温度 ${p.found} 高于最高温度 ${p.expected}；已照原样导入，请核对`,
    'weather.far': (p: Said) =>
      `${p.found} 的预报超出 ${p.expected} 天；已导入，预测时不采用，按常年天气计算`,
    'temperature.invalid': (p: Said) => `温度${quoted(p.found)}读不准；请填写摄氏度，应在 ${p.expected} 之间`,
    'weather.empty': () => '没有温度，也没有天气；请填写其中一项，或删去该行',
    'city.missing': () => '没有城市；请填写城市，或先在日历里选好所在城市',
    'dayKind.unknown': (p: Said) => `${quoted(p.found)}看不出是放假还是上班；请填“放假”或“上班”`,
    'promotion.nameless': () => '促销没有名称；请填写名称',
    'promotion.mixed': (p: Said) =>
      `促销${quoted(p.found)}的各行范围不一样；请全部写商品，或只写一行品类或全部商品`,
    'period.order': (p: Said) => `结束日期 ${p.found} 早于开始日期 ${p.expected}；请核对这两个日期`,
    'period.tooLong': (p: Said) => `长达 ${p.found} 天，最多 ${p.expected} 天；请核对日期`,
    'discount.invalid': (p: Said) => `让利${quoted(p.found)}读不准；请填写百分比（20%）或折数（8折）`,
    'category.unknown': (p: Said) => `没有大类为${quoted(p.found)}的商品；请改为商品资料里的大类`,
    ...documentMessages,
    'warehouse.unknown': (p: Said) =>
      `没有仓库${quoted(p.found)}${hint(p.expected, '，现有：')}；请改为已有的仓库，或先在设置里新增`,
  },
};
