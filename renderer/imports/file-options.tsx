import { Radio, Stack } from '@mantine/core';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { SalesMode } from '#app/exchange/kinds.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';
import { setWork } from './import-work.ts';
import type { ImportWork } from './import-work.ts';
import { replan, wishOf, withAsOf, withMode } from './run-import.ts';
import { Templates } from './templates.tsx';
import classes from './imports.module.css';

interface FileOptionsProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview | undefined;
}

/** As of which day, and what sales lines are taken as. With a file at hand, a change reads it again. */
export function FileOptions({ work, overview }: FileOptionsProps) {
  const t = useText();
  const words = t.imports.file;
  const summary = useApiQuery('home.summary');
  const wish = overview === undefined ? null : wishOf(overview, work.wish);
  const asOf = wish?.options.asOf ?? work.asOf ?? summary.data?.today ?? '';
  const mode = wish?.options.mode ?? work.mode;
  const chooseDay = (day: BusinessDay): void => {
    setWork({ asOf: day });
    if (wish !== null) void replan(withAsOf(wish, day));
  };
  const chooseMode = (next: SalesMode): void => {
    setWork({ mode: next });
    if (wish !== null) void replan(withMode(wish, next));
  };
  return (
    <Stack gap={16} className={classes['fileOptions'] ?? ''}>
      <Radio.Group label={words.mode} value={mode} onChange={(next) => chooseMode(next)}>
        <Stack gap={10} mt={6}>
          <Radio value="history" label={words.history} description={words.historyHint} />
          <Radio value="issue" label={words.issue} description={words.issueHint} />
        </Stack>
      </Radio.Group>
      <DayField label={words.asOf} description={words.asOfHint} value={asOf} onDay={chooseDay} width={220} />
      <Templates />
    </Stack>
  );
}
