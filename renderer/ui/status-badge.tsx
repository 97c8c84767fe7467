import {
  IconAlertCircle,
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCopy,
  IconInfoCircle,
  IconTool,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './kit.module.css';

export type StatusTone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';
export type StatusIcon =
  | 'check'
  | 'warning'
  | 'alert'
  | 'ban'
  | 'dashed'
  | 'minus'
  | 'copy'
  | 'tool'
  | 'info';

const icons = {
  check: IconCircleCheck,
  warning: IconAlertTriangle,
  alert: IconAlertCircle,
  ban: IconBan,
  dashed: IconCircleDashed,
  minus: IconCircleMinus,
  copy: IconCopy,
  tool: IconTool,
  info: IconInfoCircle,
};

const usual: Readonly<Record<StatusTone, StatusIcon>> = {
  good: 'check',
  warn: 'warning',
  bad: 'alert',
  info: 'info',
  quiet: 'minus',
};

interface StatusBadgeProps {
  readonly tone: StatusTone;
  /** Another icon than the tone's own. */
  readonly icon?: StatusIcon;
  /** The word; colour and icon never stand alone. */
  readonly children: ReactNode;
}

export function StatusBadge({ tone, icon, children }: StatusBadgeProps) {
  const Icon = icons[icon ?? usual[tone]];
  return (
    <span className={`${classes['badge']} ${classes[tone]}`}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {children}
    </span>
  );
}
