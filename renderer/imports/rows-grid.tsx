import { Button, Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ListPage } from '#app/core/listing.ts';
import type { SheetGuess } from '#app/exchange/plan-types.ts';
import type { Problem } from '#app/exchange/problem-types.ts';
import type { ImportRowView } from '#app/exchange/views.ts';
import { query, queryClient } from '../api/client.ts';
import type { InputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { Pager } from '../ui/data-table/pager.tsx';
import { problemGroupTitle } from '#app/i18n/problem-group-title.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { LoadingState } from '../ui/states.tsx';
import { findRowPage } from './find-row-page.ts';
import { GridTable } from './grid-table.tsx';
import { useProblemText } from './problem-text.ts';
import type { GroupKey } from './problems.tsx';
import classes from './grid.module.css';

/** A cell to go to. */
export interface RowTarget {
  readonly row: number;
  readonly column: string;
}

interface RowsGridProps {
  readonly sessionId: string;
  readonly revision: number;
  readonly guess: SheetGuess;
  readonly group: GroupKey | null;
  readonly onlyProblems: boolean;
  readonly onOnlyProblems: (only: boolean) => void;
  readonly onClearGroup: () => void;
  readonly target: RowTarget | null;
}

const pageSize = 50;

/** Rows of a sheet as its file shows them, a page at a time, with what is said about their cells. */
export function RowsGrid(props: RowsGridProps) {
  const t = useText();
  const words = t.imports.check;
  const { guess, group, target } = props;
  const [page, setPage] = useState(1);
  const [about, setAbout] = useState<readonly Problem[]>([]);
  const filter = {
    sessionId: props.sessionId,
    sheet: guess.name,
    onlyProblems: props.onlyProblems || group !== null,
    ...(group === null ? {} : { code: group.code, severity: group.severity }),
    pageSize,
  };
  const answer = useApiQuery('imports.rows', { ...filter, page }, { keepPrevious: true });
  const found = answer.data as ListPage<ImportRowView> | undefined;
  useJump(target, filter, found?.total ?? 0, setPage, setAbout);
  const onlyProblems = (only: boolean): void => {
    setPage(1);
    props.onClearGroup();
    props.onOnlyProblems(only);
  };
  return (
    <div className={classes['grid']}>
      <div className={classes['gridBar']}>
        <strong>{guess.name}</strong>
        {group === null ? null : (
          <Button
            variant="light"
            size="compact-xs"
            rightSection={<IconX size={12} />}
            title={words.clearFilter}
            onClick={props.onClearGroup}
          >
            {words.filteredBy({ what: problemGroupTitle(t, group.code) })}
          </Button>
        )}
        <Switch
          size="xs"
          label={words.onlyProblems}
          checked={props.onlyProblems || group !== null}
          onChange={(event) => onlyProblems(event.currentTarget.checked)}
          style={{ marginInlineStart: 'auto' }}
          data-only-problems
        />
      </div>
      {found === undefined ? (
        <LoadingState rows={8} />
      ) : found.total === 0 ? (
        <p className={classes['none']}>{words.noRows}</p>
      ) : (
        <GridTable guess={guess} rows={found.rows} target={target} onAbout={setAbout} />
      )}
      <AboutLine problems={about} />
      <Pager page={page} pageSize={pageSize} total={found?.total ?? 0} onPage={setPage} keys="" />
    </div>
  );
}

/** Goes to the page that holds a row, and says what is wrong there. */
function useJump(
  target: RowTarget | null,
  filter: Omit<InputOf<'imports.rows'>, 'page'>,
  total: number,
  setPage: (page: number) => void,
  setAbout: (problems: readonly Problem[]) => void,
): void {
  const latest = useRef({ filter, total, setPage, setAbout });
  useEffect(() => {
    latest.current = { filter, total, setPage, setAbout };
  });
  useEffect(() => {
    if (target === null) return undefined;
    let left = false;
    const now = latest.current;
    const pageRows = async (page: number): Promise<readonly ImportRowView[]> => {
      const input = { ...now.filter, page };
      const answer = await queryClient.query({
        queryKey: ['imports.rows', input],
        queryFn: () => query('imports.rows', input),
      });
      return (answer as ListPage<ImportRowView>).rows;
    };
    const go = async (): Promise<void> => {
      const pages = Math.max(1, Math.ceil(now.total / pageSize));
      const page = await findRowPage(target.row, pages, 1, async (at) => {
        const rows = await pageRows(at);
        const first = rows[0];
        const last = rows.at(-1);
        return first === undefined || last === undefined ? undefined : { first: first.row, last: last.row };
      });
      if (left || page === undefined) return;
      latest.current.setPage(page);
      const row = (await pageRows(page)).find((one) => one.row === target.row);
      latest.current.setAbout(row?.problems.filter((problem) => problem.column === target.column) ?? []);
    };
    go().catch(notifyFailure);
    return () => {
      left = true;
    };
  }, [target]);
}

/** What is said about the cell under the pointer or the focus, in a line that stays in its place. */
function AboutLine({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useText();
  const problemText = useProblemText();
  const texts = problems.map((problem) => {
    const message = problemText(problem);
    return problem.column === ''
      ? t.imports.check.problemAtRow({ row: problem.row, message })
      : t.imports.check.problemAt({ row: problem.row, column: problem.column, message });
  });
  return (
    <div className={classes['about']} role="status" data-about>
      {texts.length === 0 ? (
        <span className={classes['quiet']}>{t.imports.check.aboutHint}</span>
      ) : (
        texts.join(' ')
      )}
    </div>
  );
}
