import { useState } from 'react';
import type { Problem } from '#app/exchange/problem-types.ts';
import type { ImportOverview, ProblemGroup } from '#app/exchange/views.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { Section } from '../ui/section.tsx';
import { ExportProblems } from './export-problems.tsx';
import type { ImportWork } from './import-work.ts';
import { ProblemGroups } from './problem-groups.tsx';
import { RowsGrid } from './rows-grid.tsx';
import type { RowTarget } from './rows-grid.tsx';
import classes from './check.module.css';

interface ProblemsProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview;
  readonly sheet: string | null;
  readonly onSheet: (sheet: string | null) => void;
}

/** One kind of problem in one sheet, whatever the field. */
export type GroupKey = Pick<ProblemGroup, 'code' | 'severity' | 'sheet'>;

function sameGroup(left: GroupKey, right: GroupKey): boolean {
  return left.code === right.code && left.severity === right.severity && left.sheet === right.sheet;
}

/** Problems by kind at the left, the rows they stand in at the right. */
export function Problems({ work, overview, sheet, onSheet }: ProblemsProps) {
  const t = useText();
  const [group, setGroup] = useState<GroupKey | null>(null);
  const [onlyProblems, setOnlyProblems] = useState(true);
  const [target, setTarget] = useState<RowTarget | null>(null);
  const { sessionId } = overview;
  const answer = useApiQuery('imports.problemGroups', { sessionId });
  const groups = (answer.data ?? []) as readonly ProblemGroup[];
  const used = overview.guesses.filter((guess) => guess.kind !== 'other');
  const shownGroup = group !== null && groups.some((one) => sameGroup(one, group)) ? group : null;
  const shownSheet =
    shownGroup?.sheet ??
    sheet ??
    firstWithProblems(
      groups,
      used.map((guess) => guess.name),
    );
  const guess = overview.guesses.find((one) => one.name === shownSheet);
  const jump = (problem: Problem): void => setTarget({ row: problem.row, column: problem.column });
  return (
    <Section
      flush
      title={t.imports.check.problemsTitle}
      aside={
        <ExportProblems
          sessionId={sessionId}
          disabled={overview.counts.rejection + overview.counts.duplicate + overview.counts.warning === 0}
        />
      }
    >
      <div className={classes['problems']}>
        <ProblemGroups
          work={work}
          overview={overview}
          groups={groups}
          sheet={sheet}
          onSheet={onSheet}
          selected={shownGroup}
          onSelect={(next) => {
            setGroup(next);
            setTarget(null);
          }}
          onJump={jump}
        />
        {guess === undefined ? null : (
          <RowsGrid
            key={`${guess.name} ${shownGroup?.code ?? ''} ${shownGroup?.severity ?? ''}`}
            sessionId={sessionId}
            revision={overview.revision}
            guess={guess}
            group={shownGroup}
            onlyProblems={onlyProblems}
            onOnlyProblems={setOnlyProblems}
            onClearGroup={() => setGroup(null)}
            target={target}
          />
        )}
      </div>
    </Section>
  );
}

function firstWithProblems(groups: readonly ProblemGroup[], names: readonly string[]): string | undefined {
  const worst =
    groups.find((group) => group.severity === 'rejection') ??
    groups.find((group) => group.severity !== 'repair') ??
    groups[0];
  return worst?.sheet ?? names[0];
}
