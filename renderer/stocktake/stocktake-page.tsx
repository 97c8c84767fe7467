import { SegmentedControl } from '@mantine/core';
import type { OutputOf } from '../api/contract.ts';
import { useStocktake } from './use-stocktake.ts';
import { BackTo } from '../ui/back-to.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { momentText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { QueryState } from '../ui/states.tsx';
import { CountTab } from './count-tab.tsx';
import { DifferencesTab } from './differences-tab.tsx';
import { PostedTab } from './posted-tab.tsx';
import { StocktakeActions } from './stocktake-actions.tsx';
import { StocktakeStatusBadge, useScopeText } from './stocktake-columns.tsx';
import classes from './stocktake.module.css';

export type StocktakeView = OutputOf<'stocktakes.get'>;

const tabs = ['count', 'differences', 'posted'] as const;
type Tab = (typeof tabs)[number];

/** One count: counting it, its differences, and what was posted of it. */
export function StocktakePage({ id }: { readonly id: string }) {
  const answer = useStocktake(id);
  return <QueryState query={answer}>{(view) => <StocktakeScreen view={view} />}</QueryState>;
}

function StocktakeScreen({ view }: { readonly view: StocktakeView }) {
  const words = useText().stocktake;
  const { head } = view;
  const [tab, setTab] = useHistoryState<Tab>('stocktake.tab', () =>
    head.status === 'closed' ? 'posted' : 'count',
  );
  return (
    <Page
      title={head.number}
      leading={<BackTo href="/stocktakes" />}
      subtitle={<StocktakeStatusBadge status={head.status} />}
      actions={<StocktakeActions view={view} />}
      flush
    >
      <div className={classes['tabs']}>
        <SegmentedControl
          size="xs"
          aria-label={words.title}
          value={tab}
          onChange={setTab}
          data={tabs.map((value) => ({ value, label: words.tabs[value] }))}
        />
        <ProgressText view={view} />
        <Facts view={view} />
      </div>
      {tab === 'count' ? <CountTab view={view} /> : null}
      {tab === 'differences' ? <DifferencesTab view={view} /> : null}
      {tab === 'posted' ? <PostedTab view={view} /> : null}
    </Page>
  );
}

/** Of what, and since when. */
function Facts({ view: { head } }: { readonly view: StocktakeView }) {
  const words = useText().stocktake;
  const scopeText = useScopeText();
  return (
    <span className={classes['facts']}>
      {[
        head.warehouse,
        scopeText(head.scope),
        ...(head.blind ? [words.blind] : []),
        words.head.frozenAt({ at: momentText(head.createdAt) }),
        ...(head.note === '' ? [] : [head.note]),
      ].join(' · ')}
    </span>
  );
}

function ProgressText({ view: { progress } }: { readonly view: StocktakeView }) {
  const words = useText().stocktake.progress;
  const number = (value: number): string => value.toLocaleString('en-US');
  const parts = [
    words.counted({ counted: number(progress.counted), lines: number(progress.lines) }),
    ...(progress.recount > 0 ? [words.recount({ count: number(progress.recount) })] : []),
    ...(progress.undecided > 0 ? [words.undecided({ count: number(progress.undecided) })] : []),
    ...(progress.posted > 0 ? [words.posted({ count: number(progress.posted) })] : []),
  ];
  return (
    <span className={classes['progressText']} data-progress>
      {parts.join(' · ')}
    </span>
  );
}
