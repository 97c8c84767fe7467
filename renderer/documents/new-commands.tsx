import { IconFilePlus } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { writtenKinds } from '#app/stock/stock-words.ts';
import type { WrittenKind } from '#app/stock/stock-words.ts';
import { useText } from '../ui/language.tsx';

/** Other ways to say it: pinyin, initials, English. Never shown. */
const keywords: Readonly<Record<WrittenKind, string>> = {
  receipt: 'rk ruku xinjian receipt receive',
  issue: 'ck xs chuku xiaoshou issue sale',
  customer_return: 'xt kh tuihuo kehu return',
  supplier_return: 'th tui gongyingshang return',
  transfer_out: 'db diaobo dc transfer',
  transfer_in: 'dr daohuo diaoru arrival transfer',
  exchange_out: 'dh hc diaohuo exchange distributor',
  exchange_in: 'hr diaohuo exchange distributor',
  adjustment: 'tz tiaozheng adjust',
  assembly: 'zz zuzhuang assemble set',
  disassembly: 'cf cx chaifen disassemble set',
  internal_use: 'ly lingyong xiaoyang sample tester use',
  scrap: 'bf baofei scrap',
};

/** A command of the palette for a new document of each kind. */
export function useNewDocumentCommands() {
  const t = useText();
  const [, navigate] = useLocation();
  return writtenKinds.map((kind) => ({
    id: `new-${kind}`,
    label: t.documents.newOne({ kind: t.stockWords.kinds[kind] }),
    keywords: keywords[kind],
    leftSection: <IconFilePlus size={18} stroke={1.5} />,
    onClick: () => navigate(`/documents/new/${kind}`),
  }));
}
