import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';

export function ProductStatus({ status }: { readonly status: 'active' | 'inactive' }) {
  const t = useText();
  return <StatusBadge tone={status === 'active' ? 'good' : 'quiet'}>{t.kit.status[status]}</StatusBadge>;
}
