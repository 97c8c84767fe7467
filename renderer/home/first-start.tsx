import { Button } from '@mantine/core';
import { IconDatabase, IconFileSpreadsheet, IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { mutate } from '../api/client.ts';
import { invalidateEverything } from '../api/hooks.ts';
import { setDroppedFile } from '../shell/dropped-file.ts';
import { FileField } from '../ui/file-drop.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { useJob } from '../ui/use-job.ts';
import classes from './home.module.css';

const icon = { size: 28, stroke: 1.25 } as const;

/** Nothing is here yet: three doors, each with a sentence saying what happens behind it. */
export function FirstStart() {
  const t = useText();
  const [, navigate] = useLocation();
  const fileField = useRef<HTMLInputElement>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId, (ended) => {
    if (ended.state !== 'done') return;
    notifyDone(t.home.sampleLoaded);
    void invalidateEverything();
  });
  const loadSample = async (): Promise<void> => {
    try {
      const started = await mutate('sample.load', {});
      setJobId(started.jobId);
    } catch (error) {
      notifyFailure(error);
    }
  };
  const doors = t.home.doors;
  const busy = job.running;
  return (
    <div className={classes['start']}>
      <div className={classes['startHead']}>
        <h1>{t.home.welcome}</h1>
        <p>{t.home.welcomeHint}</p>
      </div>
      <div className={classes['doors']}>
        <Door icon={<IconFileSpreadsheet {...icon} />} title={doors.import} text={doors.importText} main>
          <Button size="sm" disabled={busy} onClick={() => fileField.current?.click()}>
            {doors.importAction}
          </Button>
        </Door>
        <Door icon={<IconDatabase {...icon} />} title={doors.sample} text={doors.sampleText}>
          <Button
            size="sm"
            variant="default"
            disabled={busy}
            onClick={() => void loadSample()}
            data-door="sample"
          >
            {doors.sampleConfirm}
          </Button>
        </Door>
        <Door icon={<IconPencil {...icon} />} title={doors.blank} text={doors.blankText}>
          <Button
            size="sm"
            variant="default"
            disabled={busy}
            onClick={() => navigate('/settings')}
            data-door="blank"
          >
            {doors.blankAction}
          </Button>
        </Door>
      </div>
      {jobId === null ? null : (
        <div className={classes['loading']}>
          <JobProgress state={job} onRetry={() => void loadSample()} />
        </div>
      )}
      <FileField
        inputRef={fileField}
        onFile={(file) => {
          setDroppedFile(file);
          navigate('/imports');
        }}
      />
    </div>
  );
}

interface DoorProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly main?: boolean;
  readonly children: ReactNode;
}

function Door({ icon: picture, title, text, main = false, children }: DoorProps) {
  return (
    <section className={`${classes['door']} ${main ? classes['doorMain'] : ''}`}>
      <span className={classes['doorIcon']} aria-hidden>
        {picture}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
