import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { fewestWeeks, historyWeeks, warmUpWeeks } from '#app/what-if/parameters.ts';
import { mutate } from '../api/client.ts';
import type { OutputOf } from '../api/contract.ts';
import { downloadFile } from '../api/download.ts';
import { useApiQuery } from '../api/hooks.ts';
import { ReorderTabs } from '../reorder/reorder-tabs.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { ParametersForm } from './parameters-form.tsx';
import { Result } from './result.tsx';
import { RunList } from './run-list.tsx';
import { useReplay } from './use-replay.ts';
import classes from './what-if.module.css';

type Runs = OutputOf<'whatIf.runs'>;
type Defaults = OutputOf<'whatIf.defaults'>;

/** 推演: how the past would have gone under another policy. */
export function WhatIfPage() {
  const t = useText();
  const defaults = useApiQuery('whatIf.defaults');
  const runs = useApiQuery('whatIf.runs');
  const error = defaults.error ?? runs.error;
  if (defaults.data !== undefined && runs.data !== undefined) {
    return <WhatIf defaults={defaults.data} runs={runs.data} />;
  }
  const retry = (): void => {
    void defaults.refetch();
    void runs.refetch();
  };
  return (
    <Page title={t.reorder.title} subtitle={<ReorderTabs />}>
      {error === null ? <LoadingState rows={12} /> : <ErrorState error={error} onRetry={retry} />}
    </Page>
  );
}

function WhatIf({ defaults, runs }: { readonly defaults: Defaults; readonly runs: Runs }) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const replay = useReplay(setChosen);
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  const start = run?.parameters ?? defaults.parameters;
  if (defaults.parameters === null || start === null) {
    return (
      <Page title={t.reorder.title} subtitle={<ReorderTabs />}>
        <TooLittle weeks={defaults.weeksKnown} />
      </Page>
    );
  }
  return (
    <Page
      title={t.reorder.title}
      subtitle={<ReorderTabs />}
      actions={run === undefined ? undefined : <ExportButton runId={run.id} />}
      flush
    >
      <div className={classes['page']}>
        <aside className={classes['side']}>
          <ParametersForm
            key={run?.id ?? 'first'}
            parameters={start}
            weeksKnown={defaults.weeksKnown}
            disabled={replay.running}
            onRun={(input) => void replay.start(input)}
          />
          <RunList runs={runs} current={run?.id ?? null} onChoose={setChosen} />
        </aside>
        <div className={classes['main']}>
          {replay.running ? (
            <div className={classes['progress']}>
              <JobProgress state={replay.state} />
            </div>
          ) : null}
          {run === undefined ? (
            replay.running ? null : (
              <EmptyState text={t.whatIf.empty} />
            )
          ) : (
            <Result run={run} />
          )}
        </div>
      </div>
    </Page>
  );
}

function TooLittle({ weeks }: { readonly weeks: number }) {
  const words = useText().whatIf;
  return (
    <EmptyState
      text={words.tooLittle({ weeks, needed: fewestWeeks + warmUpWeeks + historyWeeks })}
      action={
        <Button component={Link} href="/imports" leftSection={<IconUpload size={16} stroke={1.5} />}>
          {words.toImport}
        </Button>
      }
    />
  );
}

function ExportButton({ runId }: { readonly runId: string }) {
  const words = useText().whatIf;
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { fileId, name } = await mutate('whatIf.workbook', { runId, language });
      downloadFile(fileId);
      notifyDone(words.exported({ name }));
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      loading={busy}
      leftSection={<IconFileSpreadsheet size={16} stroke={1.5} />}
      onClick={() => void save()}
    >
      {words.export}
    </Button>
  );
}
