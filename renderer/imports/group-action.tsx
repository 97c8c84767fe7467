import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import type { GroupRow } from './group-rows.ts';
import type { ImportWork } from './import-work.ts';
import { KeepRepeated } from './keep-repeated.tsx';
import classes from './check.module.css';

interface GroupActionProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview;
  readonly group: GroupRow;
}

/** What can be done with a whole group; and for the others, what will happen to it. */
export function GroupAction({ work, overview, group }: GroupActionProps) {
  const t = useText();
  const words = t.imports.check;
  const repeated = group.code === 'line.repeated';
  return (
    <div className={classes['groupAction']}>
      <span className={classes['quiet']}>
        {repeated ? words.repeatedHint : words.severityHint[group.severity]}
      </span>
      {repeated ? <KeepRepeated work={work} overview={overview} /> : null}
    </div>
  );
}
