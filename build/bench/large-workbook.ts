import type { SheetToWrite, WriteCell } from '#main/exchange/writing/sheet-to-write.ts';
import { dayFromNumber } from '#app/core/business-day.ts';

const columns: SheetToWrite['columns'] = [
  { header: '订单编码', kind: 'text' },
  { header: '订单日期', kind: 'day' },
  { header: '客户编码', kind: 'text' },
  { header: '所在区域', kind: 'text' },
  { header: '所在省份', kind: 'text' },
  { header: '所在地市', kind: 'text' },
  { header: '商品编号', kind: 'text' },
  { header: '订购数量', kind: 'quantity' },
  { header: '订购单价', kind: 'money' },
  { header: '金额', kind: 'money' },
];

/**
 * Sales lines like those HQ sends: `rows` × 10 cells, the same for the same count. Days run from 2023-01-01
 * over two years.
 */
export function largeSheet(rows: number): SheetToWrite {
  let state = 20_240_607;
  const below = (limit: number): number => {
    // Park and Miller's generator: enough to make rows differ.
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const lines = Array.from({ length: rows }, (_, index): WriteCell[] => {
    const quantity = 1 + below(500);
    const price = 500 + below(30_000);
    const place = below(300);
    return [
      `D${100_000 + Math.floor(index / 3)}`,
      dayFromNumber(19_358 + below(730)),
      `S${10_000 + below(5000)}`,
      ['东区', '南区', '西区', '北区'][place % 4] ?? '',
      `第${place % 31}省`,
      `第${place}市`,
      `X${String(1 + below(200)).padStart(3, '0')}`,
      quantity,
      price,
      quantity * price,
    ];
  });
  return { name: '销售订单表', columns, rows: lines };
}
