import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';

interface DocumentStateProps {
  readonly document: { readonly reversesNumber: string | null; readonly reversedByNumber: string | null };
}

/** Posted, reversed by another document, or itself a reversal. */
export function DocumentState({ document }: DocumentStateProps) {
  const t = useText();
  const { reversedByNumber, reversesNumber } = document;
  if (reversedByNumber !== null) {
    return (
      <span title={t.lists.documents.reversedBy({ number: reversedByNumber })}>
        <StatusBadge tone="quiet" icon="ban">
          {t.kit.status.reversed}
        </StatusBadge>
      </span>
    );
  }
  if (reversesNumber !== null) {
    return <StatusBadge tone="warn">{t.lists.documents.reverses({ number: reversesNumber })}</StatusBadge>;
  }
  return <StatusBadge tone="good">{t.kit.status.posted}</StatusBadge>;
}
