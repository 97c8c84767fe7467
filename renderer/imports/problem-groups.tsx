import { Chip, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import type { Problem, ProblemSeverity } from '#app/exchange/problem-types.ts';
import type { ImportOverview, ProblemGroup } from '#app/exchange/views.ts';
import { problemGroupTitle } from '#app/i18n/problem-group-title.ts';
import { useText } from '../ui/language.tsx';
import type { ImportWork } from './import-work.ts';
import { KeepRepeated } from './keep-repeated.tsx';
import { GroupAction } from './group-action.tsx';
import { ProblemList } from './problem-list.tsx';
import { Services } from './services.tsx';
import { SeverityBadge, severities } from './severity.tsx';
import type { GroupKey } from './problems.tsx';
import { groupRows } from './group-rows.ts';
import classes from './check.module.css';

interface ProblemGroupsProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview;
  readonly groups: readonly ProblemGroup[];
  readonly sheet: string | null;
  readonly onSheet: (sheet: string | null) => void;
  readonly selected: GroupKey | null;
  readonly onSelect: (group: GroupKey | null) => void;
  readonly onJump: (problem: Problem) => void;
}

/** Kinds of problems with their counts; one opened shows its places and what can be done with all of them. */
export function ProblemGroups(props: ProblemGroupsProps) {
  const t = useText();
  const words = t.imports.check;
  const { groups, sheet, selected } = props;
  const [severity, setSeverity] = useState<ProblemSeverity | 'all'>('all');
  const inSheet = groups.filter((group) => sheet === null || group.sheet === sheet);
  const rows = groupRows(inSheet.filter((group) => severity === 'all' || group.severity === severity));
  const names = [...new Set(groups.map((group) => group.sheet))];
  return (
    <div className={classes['groups']}>
      <div className={classes['groupFilters']}>
        <SeverityChips groups={inSheet} severity={severity} onSeverity={setSeverity} />
        {names.length < 2 ? null : (
          <Select
            size="xs"
            aria-label={words.sheet}
            data={[
              { value: '', label: words.allSheets },
              ...names.map((name) => ({ value: name, label: name })),
            ]}
            value={sheet ?? ''}
            allowDeselect={false}
            onChange={(value) => props.onSheet(value === '' ? null : value)}
          />
        )}
      </div>
      {props.overview.options.keepRepeated ? (
        <div className={classes['keptRepeated']}>
          <span>{words.repeatedKept}</span>
          <KeepRepeated work={props.work} overview={props.overview} />
        </div>
      ) : null}
      {props.overview.options.services ? null : (
        <div className={classes['keptRepeated']}>
          <span>{words.services}</span>
          <Services work={props.work} overview={props.overview} />
        </div>
      )}
      <div className={classes['groupList']}>
        {rows.length === 0 ? (
          <p className={classes['none']}>{groups.length === 0 ? words.noProblems : words.noProblemsHere}</p>
        ) : null}
        {rows.map((row) => {
          const open =
            selected !== null &&
            row.code === selected.code &&
            row.severity === selected.severity &&
            row.sheet === selected.sheet;
          return (
            <div
              key={`${row.severity} ${row.code} ${row.sheet}`}
              className={classes['group']}
              data-open={open}
            >
              <GroupButton
                row={row}
                open={open}
                several={names.length > 1}
                onClick={() => props.onSelect(open ? null : row)}
              />
              {open ? (
                <InSight>
                  <GroupAction work={props.work} overview={props.overview} group={row} />
                  <ProblemList overview={props.overview} group={row} onJump={props.onJump} />
                </InSight>
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface SeverityChipsProps {
  readonly groups: readonly ProblemGroup[];
  readonly severity: ProblemSeverity | 'all';
  readonly onSeverity: (severity: ProblemSeverity | 'all') => void;
}

function SeverityChips({ groups, severity, onSeverity }: SeverityChipsProps) {
  const t = useText();
  const count = (of: ProblemSeverity): number =>
    groups.reduce((sum, group) => (group.severity === of ? sum + group.count : sum), 0);
  return (
    <Chip.Group value={severity} onChange={(next) => onSeverity(next)}>
      <div className={classes['chips']} role="radiogroup" aria-label={t.imports.check.problemsTitle}>
        <Chip value="all" size="xs" radius="sm">
          {t.imports.check.all}
        </Chip>
        {severities
          .filter((one) => count(one) > 0)
          .map((one) => (
            <Chip key={one} value={one} size="xs" radius="sm" data-severity={one}>
              {`${t.sheets.severities[one]} ${formatQuantity(count(one))}`}
            </Chip>
          ))}
      </div>
    </Chip.Group>
  );
}

interface GroupButtonProps {
  readonly row: ReturnType<typeof groupRows>[number];
  readonly open: boolean;
  readonly several: boolean;
  readonly onClick: () => void;
}

function GroupButton({ row, open, several, onClick }: GroupButtonProps) {
  const t = useText();
  const words = t.imports.check;
  const fields = row.fields.map((field) => t.sheets.fields[field]).join(t.imports.undo.separator);
  const place = [several ? row.sheet : '', fields].filter((text) => text !== '').join(' · ');
  return (
    <button
      type="button"
      className={classes['groupButton']}
      aria-expanded={open}
      onClick={onClick}
      data-group={row.code}
    >
      <span className={classes['groupTitle']}>{problemGroupTitle(t, row.code)}</span>
      <span className={classes['groupCount']}>{words.places({ count: formatQuantity(row.count) })}</span>
      <SeverityBadge severity={row.severity} />
      <span className={classes['groupPlace']}>{place}</span>
    </button>
  );
}

/** What was just opened is brought into sight with its heading. */
function InSight({ children }: { readonly children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const group = here.current?.parentElement;
    const list = group?.parentElement;
    // Not scrollIntoView: that would move the page as well.
    if (group && list) list.scrollTop = group.offsetTop - list.offsetTop;
  }, []);
  return <div ref={here}>{children}</div>;
}
