import { Button } from '@mantine/core';
import { IconCheck, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { JobProgress } from '../ui/job-progress.tsx';
import { useText } from '../ui/language.tsx';
import { Money } from '../ui/numbers.tsx';
import type { StocktakeView } from './stocktake-page.tsx';
import type { DifferenceWork } from './use-difference-work.ts';
import { usePostCounts } from './use-post-counts.ts';
import classes from './stocktake.module.css';

interface DifferenceTotalsProps {
  readonly view: StocktakeView;
  readonly work: DifferenceWork;
}

/** What the differences come to, and the ways to settle and post them. */
export function DifferenceTotals({ view, work }: DifferenceTotalsProps) {
  const words = useText().stocktake.differences;
  const { open, progress, head } = view;
  const posting = usePostCounts(view, work);
  const units = (value: number): string => words.units({ units: formatQuantity(value) });
  if (posting.job.running)
    return (
      <div className={classes['posting']}>
        <JobProgress state={posting.job} cancellable={false} />
      </div>
    );
  return (
    <div className={classes['totals']}>
      <Figure label={words.surplus} value={open.surplusAmount} note={units(open.surplusUnits)} />
      <Figure label={words.short} value={-open.shortAmount} note={units(open.shortUnits)} />
      <Figure
        label={words.net}
        value={open.surplusAmount - open.shortAmount}
        note={words.lines({ lines: formatQuantity(open.lines) })}
      />
      {open.unpriced > 0 ? (
        <span className={classes['figureNote']}>
          {words.unpriced({ lines: formatQuantity(open.unpriced) })}
        </span>
      ) : null}
      {head.status === 'counting' ? (
        <div className={classes['totalsEnd']}>
          {progress.undecided > 0 ? (
            <Button
              variant="default"
              leftSection={<IconClock size={16} stroke={1.5} />}
              onClick={() => void work.sayAllByTime()}
              data-by-time
            >
              {words.byTime}
            </Button>
          ) : null}
          <Button
            leftSection={<IconCheck size={16} stroke={1.5} />}
            disabled={work.chosen.size === 0 && progress.ready === 0}
            onClick={() => void posting.post()}
            data-post-counts
          >
            {work.chosen.size > 0
              ? words.postChosen({ lines: formatQuantity(work.chosen.size) })
              : words.post({ lines: formatQuantity(progress.ready) })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface FigureProps {
  readonly label: ReactNode;
  readonly value: number;
  readonly note: ReactNode;
}

function Figure({ label, value, note }: FigureProps) {
  return (
    <div className={classes['figure']}>
      <span className={classes['figureLabel']}>{label}</span>
      <span className={classes['figureValue']}>
        <Money value={value} sign />
      </span>
      <span className={classes['figureNote']}>{note}</span>
    </div>
  );
}
