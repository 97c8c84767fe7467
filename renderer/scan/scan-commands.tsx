import { IconBarcode, IconTag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';

interface Command {
  readonly id: string;
  readonly label: string;
  readonly keywords: string;
  readonly leftSection: ReactNode;
  readonly onClick: () => void;
}

/** Pinyin, initials and English of what leads to each screen. Never shown. */
const keywords = {
  receive: 'smrk saoma ruku scan receive',
  issue: 'smck saoma chuku scan issue',
  return: 'smth saoma tuihuo scan return',
  transfer: 'smdb saoma diaobo scan transfer',
} as const;
const icon = { size: 18, stroke: 1.5 } as const;

/** The screens for scanners, and labels, in the command box. */
export function useScanCommands(): readonly Command[] {
  const t = useText();
  const [, navigate] = useLocation();
  const kinds = ['receive', 'issue', 'return', 'transfer'] as const;
  return [
    ...kinds.map((kind) => ({
      id: `scan-${kind}`,
      label: t.scan.kinds[kind],
      keywords: keywords[kind],
      leftSection: <IconBarcode {...icon} />,
      onClick: () => navigate(`/scan/${kind}`),
    })),
    {
      id: 'labels',
      label: t.shell.titles.labels,
      keywords: 'bq biaoqian tiaoma dayin label print barcode 打印标签 价签',
      leftSection: <IconTag {...icon} />,
      onClick: () => navigate('/labels'),
    },
  ];
}
