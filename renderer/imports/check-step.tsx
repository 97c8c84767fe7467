import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { Decisions } from './decisions.tsx';
import { Effect } from './effect.tsx';
import { setWork } from './import-work.ts';
import type { ImportWork } from './import-work.ts';
import { Problems } from './problems.tsx';
import { Rereading } from './recognise-step.tsx';
import { beginCommit } from './run-import.ts';
import { SameFile } from './same-file.tsx';
import { SheetSums, sumOf } from './sheet-sums.tsx';
import classes from './imports.module.css';

interface CheckStepProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview;
  readonly replanning: boolean;
}

/** What a commit changes, and everything that is to be said about the rows before it. */
export function CheckStep({ work, overview, replanning }: CheckStepProps) {
  const [sheet, setSheet] = useState<string | null>(null);
  return (
    <>
      <div className={classes['body']} aria-busy={replanning}>
        <SameFile overview={overview} />
        <Effect effect={overview.effect} mode={overview.options.mode} />
        <Decisions work={work} overview={overview} />
        <SheetSums overview={overview} selected={sheet} onSelect={setSheet} />
        <Problems work={work} overview={overview} sheet={sheet} onSheet={setSheet} />
      </div>
      <CheckFoot work={work} overview={overview} replanning={replanning} />
    </>
  );
}

/** Why the file cannot be committed as it stands; undefined when it can. */
function useObstacle({ work, overview }: Pick<CheckStepProps, 'work' | 'overview'>): string | undefined {
  const t = useText();
  const words = t.imports.check;
  const { rejected, accepted } = sumOf(overview.sheets);
  const used = overview.guesses.filter((guess) => guess.kind !== 'other');
  if (used.some((guess) => guess.missing.length > 0)) return words.mustMap;
  if (accepted === 0) return words.mustHaveContent;
  const { blocked, crossed } = overview.effect;
  if (blocked > 0) return words.mustAllow({ count: formatQuantity(blocked) });
  if (crossed > 0 && overview.options.anchors === 'refuse')
    return words.mustChooseAnchors({ count: formatQuantity(crossed) });
  if (rejected > 0 && !work.skipRejected) return words.mustSkip({ count: formatQuantity(rejected) });
  return undefined;
}

function CheckFoot({ work, overview, replanning }: CheckStepProps) {
  const t = useText();
  const words = t.imports.check;
  const { rejected, accepted } = sumOf(overview.sheets);
  const obstacle = useObstacle({ work, overview });
  return (
    <footer className={classes['foot']}>
      <Button variant="default" onClick={() => setWork({ step: 'recognise' })}>
        {t.imports.back}
      </Button>
      {rejected === 0 || accepted === 0 ? null : (
        <Checkbox
          checked={work.skipRejected}
          disabled={replanning}
          onChange={(event) => setWork({ skipRejected: event.currentTarget.checked })}
          label={words.skipRejected({ count: formatQuantity(rejected) })}
          title={words.skipRejectedHint}
          data-skip-rejected
        />
      )}
      <div className={classes['footText']} role="status" id="commit-obstacle">
        {replanning ? (
          <Rereading />
        ) : obstacle === undefined ? (
          <span>{t.imports.commit.ready({ lines: formatQuantity(accepted) })}</span>
        ) : (
          <StatusBadge tone={accepted === 0 ? 'info' : 'bad'}>{obstacle}</StatusBadge>
        )}
      </div>
      <Button
        disabled={replanning || obstacle !== undefined}
        aria-describedby="commit-obstacle"
        onClick={() => void beginCommit()}
        data-commit
      >
        {t.imports.commit.button}
      </Button>
    </footer>
  );
}
