import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useApiQuery } from '../api/hooks.ts';
import { takeDroppedFile, useDroppedFile } from '../shell/dropped-file.ts';
import { useText } from '../ui/language.tsx';
import { useJob } from '../ui/use-job.ts';
import { CheckStep } from './check-step.tsx';
import { CommitStep } from './commit-step.tsx';
import { FileStep } from './file-step.tsx';
import { setWork, useImportWork } from './import-work.ts';
import type { ImportWork, Step } from './import-work.ts';
import { LostSession } from './lost-session.tsx';
import { RecogniseStep } from './recognise-step.tsx';
import { beginImport, commitEnded, leaveWhenDone, planEnded } from './run-import.ts';
import { StepBar } from './step-bar.tsx';
import classes from './imports.module.css';

function reachableSteps(work: ImportWork, overview: ImportOverview | undefined): ReadonlySet<Step> {
  if (work.step === 'commit' && work.committed !== null) return new Set<Step>(['commit']);
  if (work.commitJobId !== null) return new Set<Step>(['commit']);
  return new Set<Step>(overview === undefined ? ['file'] : ['file', 'recognise', 'check']);
}

/** 导入: from a file to what it changes, in four steps. */
export function ImportsPage() {
  const t = useText();
  const work = useImportWork();
  const dropped = useDroppedFile();
  useEffect(() => {
    if (dropped === null) return;
    const file = takeDroppedFile();
    if (file !== null) void beginImport(file);
  }, [dropped]);
  useEffect(() => leaveWhenDone, []);
  const planning = useJob(work.planJobId === '' ? null : work.planJobId, planEnded);
  const committing = useJob(work.commitJobId, commitEnded);
  const answer = useApiQuery(
    'imports.overview',
    { sessionId: work.sessionId ?? '' },
    {
      enabled:
        work.sessionId !== null &&
        work.committed === null &&
        !(work.step === 'file' && work.planJobId !== null),
    },
  );
  const overview = work.sessionId === null ? undefined : (answer.data as ImportOverview | undefined);
  const replanning = work.planJobId !== null;
  const lost =
    work.sessionId !== null &&
    overview === undefined &&
    answer.error !== null &&
    work.planJobId === null &&
    work.step !== 'commit';
  return (
    <div className={classes['page']}>
      <VisuallyHidden component="h1">{t.imports.title}</VisuallyHidden>
      <StepBar
        fileName={work.fileName}
        step={work.step}
        reachable={reachableSteps(work, overview)}
        onStep={(step) => setWork({ step })}
      />
      {lost && work.failure === null ? (
        <LostSession error={answer.error} />
      ) : work.step === 'commit' ? (
        <CommitStep work={work} state={committing} />
      ) : work.step === 'check' && overview !== undefined ? (
        <CheckStep work={work} overview={overview} replanning={replanning} />
      ) : work.step === 'recognise' && overview !== undefined ? (
        <RecogniseStep work={work} overview={overview} replanning={replanning} />
      ) : (
        <FileStep work={work} overview={overview} planning={planning} />
      )}
    </div>
  );
}
