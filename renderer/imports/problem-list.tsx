import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ListPage } from '#app/core/listing.ts';
import type { Problem } from '#app/exchange/problem-types.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { useProblemText } from './problem-text.ts';
import type { GroupRow } from './group-rows.ts';
import classes from './check.module.css';

interface ProblemListProps {
  readonly overview: ImportOverview;
  readonly group: GroupRow;
  readonly onJump: (problem: Problem) => void;
}

const step = 50;
const most = 500;

/** The places of one kind of problem; each leads to its row. */
export function ProblemList({ overview, group, onJump }: ProblemListProps) {
  const t = useText();
  const words = t.imports.check;
  const problemText = useProblemText();
  const [count, setCount] = useState(step);
  const { sessionId } = overview;
  const { code, severity, sheet } = group;
  const answer = useApiQuery(
    'imports.problems',
    { sessionId, code, severity, sheet, page: 1, pageSize: count },
    { keepPrevious: true },
  );
  const found = answer.data as ListPage<Problem> | undefined;
  return (
    <div className={classes['places']}>
      <ol aria-label={words.problemListLabel}>
        {found?.rows.map((problem) => (
          <li key={`${problem.row} ${problem.column}`}>
            <button type="button" data-place title={problemText(problem)} onClick={() => onJump(problem)}>
              <span className={classes['placeCell']}>{`${problem.column}${problem.row}`}</span>
              <span className={classes['placeText']}>{placeText(problem) ?? problemText(problem)}</span>
            </button>
          </li>
        ))}
      </ol>
      {found !== undefined && found.total > count && count < most ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setCount(Math.min(most, count * 2))}>
          {words.morePlaces}
        </Button>
      ) : null}
    </div>
  );
}

/** `2019#3#11 → 2019-03-11`; undefined where the file shows nothing to quote. */
function placeText(problem: Problem): string | undefined {
  if (problem.found === '') return undefined;
  return problem.severity === 'repair' && problem.expected !== ''
    ? `${problem.found} → ${problem.expected}`
    : problem.found;
}
