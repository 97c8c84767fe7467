import { IconTag } from '@tabler/icons-react';
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

const icon = { size: 18, stroke: 1.5 } as const;

/** The screens for scanners, and labels, in the command box. */
export function useScanCommands(): readonly Command[] {
  const t = useText();
  const [, navigate] = useLocation();
  return [
    {
      id: 'labels',
      label: t.shell.titles.labels,
      keywords: 'bq biaoqian tiaoma dayin label print barcode 打印标签 价签',
      leftSection: <IconTag {...icon} />,
      onClick: () => navigate('/labels'),
    },
  ];
}
