import type { CountProblemCode, CountSheetColumn } from '../../core/count-problems.ts';

type Said = (p: { found: string; expected: string }) => string;

/** What can be wrong with a cell of a count sheet. */
export const countProblems = {
  'key.unknown': (p) => `认不出这一行（${p.found}），请不要改动隐藏的标识列`,
  'key.otherCount': (p) => `这是盘点单 ${p.found} 的表，不是 ${p.expected}`,
  'key.mismatch': (p) => `这一行应是“${p.expected}”，却写着“${p.found}”，可能只排序了部分列`,
  'row.repeated': (p) => `与第 ${p.expected} 行重复（${p.found}）`,
  'product.unknown': (p) => `没有“${p.found}”这个商品`,
  'product.several': (p) => `条码 ${p.found} 有多个商品，请填商品编码`,
  'lot.unknown': (p) => `没有批次“${p.found}”，新批次请在盘点页面添加`,
  'lot.missing': (p) => `${p.found} 有多个批次，请填批号`,
  'quantity.invalid': (p) => `“${p.found}”不是数量`,
  'quantity.notWhole': (p) => `数量 ${p.found} 不是整数`,
  'quantity.negative': (p) => `数量不能是负数（${p.found}）`,
  'quantity.text': (p) => `“${p.found}”按 ${p.expected} 读取`,
  'cell.error': (p) => `单元格出错（${p.found}）`,
  columns: { code: '商品编码', counted: '实盘数量' } as Readonly<Record<CountSheetColumn, string>>,
} satisfies Readonly<Record<CountProblemCode, Said>> & { columns: unknown };
