import type { CountLineState } from '#app/stock/count-states.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { StatusIcon, StatusTone } from '../ui/status-badge.tsx';

const looks: Readonly<Record<CountLineState, { readonly tone: StatusTone; readonly icon?: StatusIcon }>> = {
  uncounted: { tone: 'quiet', icon: 'dashed' },
  recount: { tone: 'warn' },
  undecided: { tone: 'warn', icon: 'alert' },
  ready: { tone: 'info', icon: 'check' },
  posted: { tone: 'good' },
};

/** Where a line stands; who counts blind is told only whether it is counted. */
export function LineStateBadge({
  line: { state, book },
}: {
  readonly line: { readonly state: CountLineState; readonly book: number | null };
}) {
  const words = useText().stocktake;
  const { tone, ...icon } = looks[state];
  if (book === null && (state === 'ready' || state === 'undecided'))
    return <StatusBadge tone="info">{words.views.counted}</StatusBadge>;
  return (
    <StatusBadge tone={tone} {...icon}>
      {words.states[state]}
    </StatusBadge>
  );
}
