import type { RowOutcome } from '#app/exchange/plan-types.ts';
import type { ProblemSeverity } from '#app/exchange/problem-types.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { StatusIcon, StatusTone } from '../ui/status-badge.tsx';
import classes from './imports.module.css';

type Look = { readonly tone: StatusTone; readonly icon: StatusIcon };

/** Worst first. */
export const severities: readonly ProblemSeverity[] = ['rejection', 'duplicate', 'warning', 'repair'];

const looks: Readonly<Record<ProblemSeverity, Look>> = {
  rejection: { tone: 'bad', icon: 'ban' },
  duplicate: { tone: 'quiet', icon: 'copy' },
  warning: { tone: 'warn', icon: 'warning' },
  repair: { tone: 'info', icon: 'tool' },
};

export function SeverityBadge({ severity }: { readonly severity: ProblemSeverity }) {
  const t = useText();
  return (
    <span className={classes['badgeCell']} title={t.imports.check.severityHint[severity]}>
      <StatusBadge {...looks[severity]}>{t.sheets.severities[severity]}</StatusBadge>
    </span>
  );
}

const outcomeLooks: Readonly<Record<RowOutcome, Look>> = {
  accepted: { tone: 'good', icon: 'check' },
  corrected: { tone: 'info', icon: 'tool' },
  duplicate: { tone: 'quiet', icon: 'copy' },
  rejected: { tone: 'bad', icon: 'ban' },
};

export function OutcomeBadge({ outcome }: { readonly outcome: RowOutcome }) {
  const t = useText();
  return (
    <span className={classes['badgeCell']}>
      <StatusBadge {...outcomeLooks[outcome]}>{t.sheets.outcomes[outcome]}</StatusBadge>
    </span>
  );
}
