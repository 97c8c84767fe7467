import { UnstyledButton } from '@mantine/core';
import { formatShare } from '#app/what-if/measure-rows.ts';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { momentText } from '../ui/numbers.tsx';
import classes from './what-if.module.css';

interface RunListProps {
  readonly runs: OutputOf<'whatIf.runs'>;
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}

/** The newest runs, to go back to. */
export function RunList({ runs, current, onChoose }: RunListProps) {
  const words = useText().whatIf;
  if (runs.length === 0) return null;
  return (
    <section className={classes['runs']}>
      <h2>{words.runs}</h2>
      {runs.map(({ id, createdAt, parameters }) => (
        <UnstyledButton
          key={id}
          className={classes['run'] ?? ''}
          aria-current={id === current}
          onClick={() => onChoose(id)}
        >
          {words.runLabel({
            at: momentText(createdAt),
            weeks: parameters.weeks,
            level: formatShare(parameters.serviceLevel),
          })}
        </UnstyledButton>
      ))}
    </section>
  );
}
