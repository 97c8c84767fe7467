/** The order workbook for HQ. Its column headers are those of the `sheets` area. */
export const orderWorkbook = {
  sheet: '采购订单',
  title: (p: { distributor: string }) => (p.distributor === '' ? '采购订单' : `${p.distributor} 采购订单`),
  draft: '草稿',
  total: '合计',
  fileName: (p: { number: string; supplier: string; day: string }) =>
    `采购订单 ${p.supplier} ${p.number} ${p.day}.xlsx`,
  unpriced: (p: { count: number }) => `${p.count} 项没有单价，未计入金额`,
  note: '说明',
};
