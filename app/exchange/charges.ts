/** Codes under which shops book charges, discounts and corrections among their goods. */
const codes: ReadonlySet<string> = new Set([
  'POST',
  'DOT',
  'M',
  'D',
  'C2',
  'S',
  'B',
  'BANK CHARGES',
  'AMAZONFEE',
  'CRUK',
]);

/** Whole names that say so, whatever the code. */
const names =
  /^(?:运费|邮费|快递费|配送费|手续费|服务费|安装费|包装费|加工费|银行手续费|平台服务费|平台扣点|折扣|抹零|差价|postage|dotcom postage|carriage|shipping|freight|bank charges|service fee|handling fee|amazon fee|discount|adjust bad debt|cruk commission|manual)$/iu;

/** Whether a product is no thing but a charge: it becomes a service, which is sold and moves no stock. */
export function isCharge(code: string, name: string): boolean {
  return codes.has(code.toUpperCase()) || names.test(name.trim()) || names.test(code.trim());
}
