import { useEffect, useRef } from 'react';
import { columnLetter } from '#app/exchange/sheet.ts';
import type { SheetGuess } from '#app/exchange/plan-types.ts';
import type { Problem, ProblemSeverity } from '#app/exchange/problem-types.ts';
import type { ImportRowView } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import { useProblemText } from './problem-text.ts';
import type { RowTarget } from './rows-grid.tsx';
import { OutcomeBadge, severities } from './severity.tsx';
import classes from './grid.module.css';

interface GridTableProps {
  readonly guess: SheetGuess;
  readonly rows: readonly ImportRowView[];
  readonly target: RowTarget | null;
  readonly onAbout: (problems: readonly Problem[]) => void;
}

function worst(problems: readonly Problem[]): ProblemSeverity | undefined {
  return severities.find((severity) => problems.some((problem) => problem.severity === severity));
}

/** Cells as the file holds them; those with a problem are outlined and say it on hover and on focus. */
export function GridTable({ guess, rows, target, onAbout }: GridTableProps) {
  const t = useText();
  const words = t.imports.check;
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (target === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-row="${target.row}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row
      ?.querySelector<HTMLElement>('[data-problem][tabindex]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [target, rows]);
  return (
    <div className={classes['gridScroll']} ref={scroller}>
      <table className={classes['cells']} aria-label={words.gridLabel}>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.outcome}</th>
            {guess.columns.map((column) => (
              <th key={column.index} scope="col" data-mapped={column.field !== null}>
                <span className={classes['letter']}>{column.letter}</span> {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <GridRow
              key={row.row}
              guess={guess}
              row={row}
              pointed={row.row === target?.row}
              onAbout={onAbout}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface GridRowProps {
  readonly guess: SheetGuess;
  readonly row: ImportRowView;
  readonly pointed: boolean;
  readonly onAbout: (problems: readonly Problem[]) => void;
}

function GridRow({ guess, row, pointed, onAbout }: GridRowProps) {
  const whole = row.problems.filter((problem) => problem.column === '');
  return (
    <tr data-row={row.row} data-pointed={pointed} data-outcome={row.outcome}>
      <GridCell as="th" text={String(row.row)} problems={whole} onAbout={onAbout} />
      <td>
        <OutcomeBadge outcome={row.outcome} />
      </td>
      {guess.columns.map((column) => (
        <GridCell
          key={column.index}
          as="td"
          text={row.cells[column.index] ?? ''}
          problems={row.problems.filter((problem) => problem.column === columnLetter(column.index))}
          onAbout={onAbout}
        />
      ))}
    </tr>
  );
}

interface GridCellProps {
  readonly as: 'td' | 'th';
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly onAbout: (problems: readonly Problem[]) => void;
}

function GridCell({ as: Tag, text, problems, onAbout }: GridCellProps) {
  const problemText = useProblemText();
  const scope = Tag === 'th' ? { scope: 'row' } : {};
  if (problems.length === 0) return <Tag {...scope}>{text}</Tag>;
  const message = problems.map((problem) => problemText(problem)).join(' ');
  const tell = (): void => onAbout(problems);
  return (
    <Tag
      {...scope}
      data-problem={worst(problems)}
      tabIndex={0}
      title={message}
      aria-label={`${text} ${message}`}
      onMouseEnter={tell}
      onFocus={tell}
    >
      {text}
    </Tag>
  );
}
