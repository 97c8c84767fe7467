import type { whatIf } from '../i18n/zh-CN/what-if.ts';
import type { Translation } from '../i18n/translation.ts';
import { formatShare } from './measure-rows.ts';
import type { WhatIfResult } from './types.ts';

/** What a run found, in a sentence: “同样的满足率 96%，库存天数少 31%。” */
export function gistSentence(words: Translation<typeof whatIf>['gist'], gist: WhatIfResult['gist']): string {
  if (gist === null) return words.none;
  const fill = formatShare(gist.fillRate);
  const share = formatShare(Math.abs(gist.fewerStockDays), 0);
  if (share === '0%') return words.same({ fill });
  return gist.fewerStockDays > 0 ? words.fewer({ fill, share }) : words.more({ fill, share });
}
