import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';

interface LotStatusProps {
  readonly status: 'normal' | 'quarantined';
  readonly reason?: string;
}

/** Frozen says so with its reason on hover; a normal batch needs no mark. */
export function LotStatus({ status, reason = '' }: LotStatusProps) {
  const t = useText().batches;
  if (status === 'normal') return <StatusBadge tone="good">{t.statuses.normal}</StatusBadge>;
  return (
    <span title={reason}>
      <StatusBadge tone="bad" icon="ban">
        {t.statuses.quarantined}
      </StatusBadge>
    </span>
  );
}
