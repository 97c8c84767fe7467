import type { CalendarProblemCode } from '../../core/calendar-problems.ts';

type Said = (p: { found: string; expected: string }) => string;

/** The words of promotions, holidays, events and weather, for screens, messages, sheets and the command line. */
export const calendarWords = {
  scopes: { all: '全部商品', category: '一个品类', products: '指定商品' },
  dayKinds: { holiday: '放假', workday: '上班' },
  eventKinds: { holiday: '节日', event: '大促', period: '时段' },
  states: { planned: '未开始', running: '进行中', past: '已结束', cancelled: '已取消' },
  problems: {
    'name.missing': () => '请填写名称',
    'days.order': (p) => `结束 ${p.found} 早于开始 ${p.expected}`,
    'days.tooMany': (p) => `长达 ${p.found} 天，最多 ${p.expected} 天`,
    'discount.invalid': (p) => `让利 ${p.found}% 不对，应在 ${p.expected} 之间`,
    'category.missing': () => '请选择品类',
    'category.unknown': (p) => `没有品类“${p.found}”的商品`,
    'products.none': () => '请至少选择一个商品',
    'product.unknown': () => '找不到这个商品',
    'product.repeated': (p) => `与第 ${p.expected} 个商品重复`,
    'supplier.unknown': () => '请选择供应商',
  } as Readonly<Record<CalendarProblemCode, Said>>,
};
