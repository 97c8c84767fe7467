import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import { lastCounted } from './counting-state.ts';
import type { RecentCount } from './counting-state.ts';
import classes from './counting.module.css';

interface RecentCountsProps {
  readonly recent: readonly RecentCount[];
  readonly onUndo: () => void;
}

/** The last five scans, also those that were not counted; the newest first. */
export function RecentCounts({ recent, onUndo }: RecentCountsProps) {
  const words = useText().stocktake.scan;
  return (
    <aside className={classes['recent']} aria-label={words.last}>
      <div className={classes['recentHead']}>
        <span>{words.last}</span>
        <Button
          variant="default"
          tabIndex={-1}
          leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
          disabled={lastCounted(recent) === undefined}
          onClick={onUndo}
          data-undo-scan
        >
          {words.undo}
        </Button>
      </div>
      {recent.length === 0 ? <p className={classes['quiet']}>{words.none}</p> : null}
      <ol className={classes['recentList']}>
        {recent.map((entry) => (
          <li key={entry.key} className={classes['recentRow']} data-undone={isUndone(entry) || undefined}>
            {entry.kind === 'counted' ? <Counted entry={entry} /> : <Refused entry={entry} />}
          </li>
        ))}
      </ol>
    </aside>
  );
}

function isUndone(entry: RecentCount): boolean {
  return entry.kind === 'counted' && entry.isUndone;
}

function Counted({ entry }: { readonly entry: Extract<RecentCount, { kind: 'counted' }> }) {
  const words = useText().stocktake.scan;
  const { line, added } = entry;
  return (
    <>
      <IconCircleCheck size={18} stroke={1.75} className={classes['goodIcon'] ?? ''} aria-hidden />
      <span className={classes['recentName']}>
        {line.name}
        <span className={classes['quiet']}> {[line.code, line.lot].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={classes['recentNumber']}>{words.added({ quantity: formatQuantity(added) })}</span>
    </>
  );
}

function Refused({ entry }: { readonly entry: Extract<RecentCount, { kind: 'refused' }> }) {
  const words = useText().stocktake.scan;
  const { text, reason } = entry;
  const message = reason === 'notListed' ? words.notListed({ name: text }) : words.unknown({ code: text });
  return (
    <>
      <IconCircleX size={18} stroke={1.75} className={classes['badIcon'] ?? ''} aria-hidden />
      <span className={classes['recentName']}>{message}</span>
    </>
  );
}
