const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/**
 * An amount of fen in the capital characters that stand on Chinese papers (人民币大写), such as 壹仟贰佰捌拾元伍角整. Source:
 * 票据法 practice after 《支付结算办法》附一, 正确填写票据和结算凭证的基本规定.
 */
export function amountInWords(fen: number): string {
  const whole = Math.abs(fen);
  const yuan = Math.floor(whole / 100);
  const [jiao, left] = [Math.floor((whole % 100) / 10), whole % 10];
  const sign = fen < 0 ? '负' : '';
  const head = yuan === 0 ? '' : `${yuanInWords(yuan)}元`;
  if (jiao === 0 && left === 0) return `${sign}${head === '' ? '零元' : head}整`;
  const tenth = jiao > 0 ? `${digits[jiao]}角` : head === '' ? '' : '零';
  return `${sign}${head}${tenth}${left > 0 ? `${digits[left]}分` : '整'}`;
}

function yuanInWords(yuan: number): string {
  let text = '';
  let rest = yuan;
  let hasGap = false;
  for (let group = 0; rest > 0; group++) {
    const part = rest % 10_000;
    rest = Math.floor(rest / 10_000);
    if (part === 0) {
      hasGap = text !== '';
      continue;
    }
    text = `${groupInWords(part)}${groups[group]}${hasGap ? '零' : ''}${text}`;
    // Where thousands are missing, a zero stands between the groups.
    hasGap = part < 1000;
  }
  return text;
}

function groupInWords(part: number): string {
  let text = '';
  let hasZero = false;
  for (let place = 0, rest = part; rest > 0; place++, rest = Math.floor(rest / 10)) {
    const digit = rest % 10;
    if (digit === 0) {
      hasZero = text !== '';
      continue;
    }
    text = `${digits[digit]}${places[place]}${hasZero ? '零' : ''}${text}`;
    hasZero = false;
  }
  return text;
}
