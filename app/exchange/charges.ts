/** Codes under which shops book charges among their goods. */
const codes: ReadonlySet<string> = new Set(['POST', 'DOT', 'BANK CHARGES', 'AMAZONFEE', 'CRUK']);

/** Codes so short that goods have them too: the name must not say otherwise. */
const shortCodes: ReadonlySet<string> = new Set(['M', 'D', 'S', 'B', 'C2']);

/** Whole names that say so, whatever the code. */
const names =
  /^(?:运费|邮费|快递费|配送费|手续费|服务费|安装费|包装费|加工费|银行手续费|平台服务费|平台扣点|折扣|抹零|差价|postage|dotcom postage|carriage|shipping|freight|bank charges|service fee|handling fee|amazon fee|discount|samples|adjust bad debt|cruk commission|manual)$/iu;

/**
 * Whether a product is no thing but a charge, a discount or a correction: it becomes a service, which is sold and moves no stock.
 * The one list of them.
 */
export function isCharge(code: string, name: string): boolean {
  const [short, said] = [code.trim(), name.trim()];
  if (codes.has(short.toUpperCase()) || names.test(said) || names.test(short)) return true;
  return shortCodes.has(short.toUpperCase()) && (said === '' || said === short);
}
