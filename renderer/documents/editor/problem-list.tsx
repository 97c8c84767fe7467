import { Popover, UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { SheetProblem } from '#app/core/stock-problems.ts';
import { useText } from '../../ui/language.tsx';
import { isSaid } from './problem-texts.ts';
import { gapsOf } from './sheet-totals.ts';
import type { SheetLine } from './sheet-state.ts';
import type { SheetPreview } from './use-preview.ts';
import classes from './editor.module.css';

interface ProblemListProps {
  readonly lines: readonly SheetLine[];
  readonly preview: SheetPreview;
  readonly strict: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Goes to the line, or to the head for null. */
  readonly onLine: (key: string | null) => void;
}

interface ListedProblem {
  readonly key: string;
  readonly line: string | null;
  readonly severity: SheetProblem['severity'];
  readonly text: string;
}

/** How much is not right, and all of it in a list that leads to the lines. */
export function ProblemList(props: ProblemListProps) {
  const words = useText().documents;
  const problems = useProblems(props);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return null;
  return (
    <Popover opened={props.isOpen} onChange={props.onOpen} position="top-start" shadow="sm" width={420}>
      <Popover.Target>
        <UnstyledButton
          className={classes['counts'] ?? ''}
          onClick={() => props.onOpen(!props.isOpen)}
          aria-expanded={props.isOpen}
          data-problems
        >
          {errors === 0 ? null : (
            <span className={`${classes['countMark']} ${classes['bad']}`} role="status">
              <IconAlertCircle size={16} stroke={1.75} aria-hidden />
              {words.errors({ count: errors })}
            </span>
          )}
          {warnings === 0 ? null : (
            <span className={`${classes['countMark']} ${classes['warn']}`}>
              <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
              {words.warnings({ count: warnings })}
            </span>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <ul className={classes['problemList']}>
          {problems.map(({ key, line, severity, text }) => (
            <li key={key}>
              <UnstyledButton
                className={`${classes['problem']} ${classes[severity === 'error' ? 'bad' : 'warn']}`}
                onClick={() => {
                  props.onOpen(false);
                  props.onLine(line);
                }}
              >
                {text}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function useProblems({ lines, preview, strict }: ProblemListProps): readonly ListedProblem[] {
  const t = useText();
  const words = t.documents;
  const textOf = (problem: SheetProblem): string => t.stockWords.problems[problem.code](problem);
  const listed = (problems: readonly SheetProblem[], line: string | null, place: string): ListedProblem[] =>
    problems
      .filter((problem) => isSaid(problem, strict))
      .map((problem, index) => ({
        key: `${line} ${index}`,
        line,
        severity: problem.severity,
        text: `${place}${textOf(problem)}`,
      }));
  const missing = new Set(strict ? gapsOf(lines).map(({ key }) => key) : []);
  const all = [
    // Lines that are not complete say it better than that there is none.
    ...listed(
      preview.head.filter(({ code }) => code !== 'lines.none' || missing.size === 0),
      null,
      '',
    ),
    ...lines.flatMap(({ key, product }, index): ListedProblem[] => {
      const place = words.placeOf({ line: index + 1 });
      const gap = product === null ? words.chooseProduct : words.wrongQuantity;
      return [
        ...(missing.has(key)
          ? [{ key: `${key} gap`, line: key, severity: 'error' as const, text: `${place}${gap}` }]
          : []),
        ...listed(preview.lines.get(key)?.problems ?? [], key, place),
      ];
    }),
  ];
  return all.toSorted((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1));
}
