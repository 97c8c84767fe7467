import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import type { GroupRow } from './group-rows.ts';
import type { ImportWork } from './import-work.ts';
import { KeepRepeated } from './keep-repeated.tsx';
import { Services } from './services.tsx';
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
  const hint =
    group.code === 'line.repeated'
      ? words.repeatedHint
      : group.code === 'line.differs'
        ? words.differsHint
        : null;
  if (group.code === 'product.service') return <ServiceAction work={work} overview={overview} />;
  return (
    <div className={classes['groupAction']}>
      <span className={classes['quiet']}>{hint ?? words.severityHint[group.severity]}</span>
      {hint !== null ? <KeepRepeated work={work} overview={overview} /> : null}
    </div>
  );
}

/** Charges become services, or stay goods where the person says so. */
function ServiceAction({ work, overview }: Omit<GroupActionProps, 'group'>) {
  const t = useText();
  return (
    <div className={classes['groupAction']}>
      <span className={classes['quiet']}>{t.imports.check.serviceHint}</span>
      <Services work={work} overview={overview} />
    </div>
  );
}
