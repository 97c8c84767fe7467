import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { StatusTone } from '../ui/status-badge.tsx';

/** `expired`, days as text, `later` or `unknown`, in words. */
export function stageText(stage: string, t: Catalogue): string {
  const { stages, within } = t.batches.expiry;
  if (stage === 'expired' || stage === 'later' || stage === 'unknown') return stages[stage];
  return within({ days: stage });
}

/** The nearest stages call for something to be done. */
export function stageTone(stage: string): StatusTone {
  if (stage === 'expired') return 'bad';
  if (stage === 'later' || stage === 'unknown') return 'quiet';
  return Number(stage) <= 30 ? 'warn' : 'info';
}

export function StageBadge({ stage }: { readonly stage: string }) {
  const t = useText();
  return <StatusBadge tone={stageTone(stage)}>{stageText(stage, t)}</StatusBadge>;
}
