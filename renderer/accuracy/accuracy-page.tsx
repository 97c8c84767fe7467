import { Button, Select } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { formatQuantity } from '#app/core/quantity.ts';
import { promisedWeeks } from '#app/forecast/promises/plan-promise.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { ReorderTabs } from '../reorder/reorder-tabs.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { useText } from '../ui/language.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState, QueryState } from '../ui/states.tsx';
import { AccuracyCharts } from './accuracy-charts.tsx';
import { AccuracyProducts } from './accuracy-products.tsx';
import { AccuracyTiles } from './accuracy-tiles.tsx';
import { Scorecard } from './scorecard.tsx';
import { useAccuracyJobs } from './use-accuracy-jobs.ts';
import type { AccuracyJobs } from './use-accuracy-jobs.ts';
import classes from './accuracy.module.css';

type Overview = OutputOf<'accuracy.overview'>;

/** 准确度: what was promised beside what came, in the open. */
export function AccuracyPage() {
  const t = useText();
  const [horizon, setHorizon] = useHistoryState<number>('accuracy.horizon', () => 0);
  const answer = useApiQuery('accuracy.overview', { horizon }, { keepPrevious: true });
  const jobs = useAccuracyJobs(answer.data?.isBehind === true);
  return (
    <Page title={t.reorder.title} subtitle={<ReorderTabs />}>
      <QueryState query={answer}>
        {(overview) =>
          jobs.running && overview.figures === null ? (
            <div className={classes['progress']}>
              <JobProgress state={jobs.state} />
            </div>
          ) : overview.figures === null ? (
            <NothingYet overview={overview} jobs={jobs} />
          ) : (
            <div className={classes['page']}>
              <Head overview={overview} horizon={horizon} onHorizon={setHorizon} jobs={jobs} />
              <AccuracyTiles figures={overview.figures} />
              <AccuracyCharts overview={overview} />
              <AccuracyProducts horizon={horizon} />
              <Scorecard />
            </div>
          )
        }
      </QueryState>
    </Page>
  );
}

function NothingYet({ overview, jobs }: { readonly overview: Overview; readonly jobs: AccuracyJobs }) {
  const words = useText().accuracy;
  return (
    <>
      <EmptyState
        text={overview.promisedWeeks === 0 ? words.empty : words.waiting}
        action={
          <Button leftSection={<IconHistory size={16} stroke={1.5} />} onClick={() => jobs.start('replay')}>
            {words.replay}
          </Button>
        }
      />
      <Scorecard />
    </>
  );
}

interface HeadProps {
  readonly overview: Overview;
  readonly horizon: number;
  readonly onHorizon: (horizon: number) => void;
  readonly jobs: AccuracyJobs;
}

function Head({ overview, horizon, onHorizon, jobs }: HeadProps) {
  const words = useText().accuracy;
  const ahead = Array.from({ length: promisedWeeks }, (_, index) => index + 1);
  return (
    <div className={classes['head']}>
      <Select
        w={170}
        size="xs"
        aria-label={words.horizon}
        allowDeselect={false}
        value={String(horizon)}
        onChange={(value) => onHorizon(Number(value))}
        data={[
          { value: '0', label: words.allHorizons },
          ...ahead.map((weeks) => ({ value: String(weeks), label: words.weeksAhead({ weeks }) })),
        ]}
      />
      <span className={classes['note']}>
        {words.knownUntil({
          day: overview.knownUntil ?? '',
          weeks: formatQuantity(overview.sums?.compared ?? 0),
        })}
      </span>
      {overview.hasReplayed ? (
        <span className={classes['note']} data-replayed>
          {words.replayed({ weeks: formatQuantity(overview.replayedWeeks) })}
        </span>
      ) : null}
      <span className={classes['actions']}>
        {jobs.running ? (
          <JobProgress state={jobs.state} />
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => jobs.start('compare')}>
            {words.compare}
          </Button>
        )}
      </span>
    </div>
  );
}
