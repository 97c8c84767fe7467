import { stockWords as english } from '../i18n/en/stock-words.ts';
import { stockWords as chinese } from '../i18n/zh-CN/stock-words.ts';
import { productKinds, returnConditions, stockReasons, writtenKinds } from '../stock/stock-words.ts';
import type { ProductKind, ReturnCondition, StockReason, WrittenKind } from '../stock/stock-words.ts';

/** What people and other programs call them, beside the words of both catalogues; divided by `|` as in the column tables. */
const kindWords: Readonly<Record<WrittenKind, string>> = {
  receipt:
    '入库单|采购入库|进货|进货单|到货|到货单|收货|送货|送货单|采购收货|purchase receipt|goods receipt|delivery',
  issue: '出库|出库单|销售|销售单|销售出库单|发货|发货单|sale|sales|sales issue|goods issue',
  customer_return: '退货|销售退货|客户退货单|销售退回|退货入库|顾客退货|return|sales return',
  supplier_return:
    '退总部|采购退货|退货出库|退供应商单|退厂|返厂|purchase return|return to supplier|return to hq',
  transfer_out: '调拨|调拨单|移库|仓库调拨|仓间调拨|转仓|调仓|transfer|stock transfer',
  transfer_in: '调拨入库单|transfer receipt|arrival',
  exchange_out: '调货|调货出库|调出|调货单|调给同行|exchange|exchange out|lent out',
  exchange_in: '调货入库|调入|从同行调入|exchange in|borrowed',
  adjustment: '库存调整|调整单|库存调整单|报溢|报损报溢|盈亏调整|stock adjustment|correction',
  assembly: '组装单|组合|装配|套装组装|打包|assemble|kitting',
  disassembly: '拆分单|拆卸|拆包|套装拆分|disassemble|unkitting',
  internal_use: '领用单|内部领用|自用|试用|小样领用|样品|样品领用|试用装领用|own use|sample|tester',
  scrap: '报废单|报损|报损单|销毁|write-off|write off|disposal',
};

const reasonWords: Readonly<Record<StockReason, string>> = {
  damage: '破损|破|损|包装破损|残次|damaged|broken',
  loss: '遗失|短少|盘亏|少货|被盗|lost|missing|stolen',
  found: '盘盈|多货|溢余|surplus',
  correction: '更正录入|录入错误|纠错|调账|error|mistake',
  expired: '临期|效期|失效|expiry',
  sample: '样品|派样|samples',
  tester: '试用|testers',
  training: '培训用|课程|带教|course',
  gift: '赠品|礼品|gifts',
  other: '其它|misc',
};

const conditionWords: Readonly<Record<ReturnCondition, string>> = {
  sellable: '可售|良品|正常|完好|合格|good|resalable|ok',
  damaged: '不良|残次|破损|次品|坏|不可售|bad|broken|defective',
  supplier: '退供应商|返厂|退厂|退回总部|back to hq|to hq|return to supplier',
};

const productKindWords: Readonly<Record<ProductKind, string>> = {
  goods: '普通商品|单品|实物|货品|product|item|single',
  set: '组合|套盒|礼盒|组合装|套餐|kit|bundle',
  service: '服务项目|费用|虚拟|课程|charge|fee|virtual',
};

function compact(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, ' ')
    .trim();
}

/** Word → what it means, for all values of one list. */
function dictionary<Value extends string>(
  values: readonly Value[],
  ...words: readonly Readonly<Partial<Record<Value, string>>>[]
): ReadonlyMap<string, Value> {
  const known = new Map<string, Value>();
  for (const value of values) {
    for (const list of [value, ...words.map((one) => one[value] ?? '')])
      for (const word of list.split('|'))
        if (word !== '' && !known.has(compact(word))) known.set(compact(word), value);
  }
  return known;
}

const kinds = dictionary(writtenKinds, chinese.kinds, english.kinds, kindWords);
const reasons = dictionary(stockReasons, chinese.reasons, english.reasons, reasonWords);
const conditions = dictionary(returnConditions, chinese.conditions, english.conditions, conditionWords);
const kindsOfProducts = dictionary(
  productKinds,
  chinese.productKinds,
  english.productKinds,
  productKindWords,
);

export function readKindWord(text: string): WrittenKind | undefined {
  return kinds.get(compact(text));
}

export function readReasonWord(text: string): StockReason | undefined {
  return reasons.get(compact(text));
}

export function readConditionWord(text: string): ReturnCondition | undefined {
  return conditions.get(compact(text));
}

export function readProductKindWord(text: string): ProductKind | undefined {
  return kindsOfProducts.get(compact(text));
}

const yes = /^(?:是|需要|启用|开启|管理|按批次|y|yes|true|1|on)$/iu;
const no = /^(?:否|不|不需要|不管理|停用|关闭|无|n|no|false|0|off)$/iu;

/** Yes or no; undefined where it is neither. */
export function readYesNo(text: string): boolean | undefined {
  const word = compact(text);
  return yes.test(word) ? true : no.test(word) ? false : undefined;
}
