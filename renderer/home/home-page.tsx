import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { DayText } from '../ui/numbers.tsx';
import { QueryState } from '../ui/states.tsx';
import { FirstStart } from './first-start.tsx';
import { Inbox } from './inbox.tsx';
import { Trends } from './trends.tsx';
import classes from './home.module.css';

/** What needs me today; at the first start, three ways to begin. */
export function HomePage() {
  const t = useText();
  const summary = useApiQuery('home.summary');
  return (
    <QueryState query={summary}>
      {(data) =>
        data.empty ? (
          <FirstStart />
        ) : (
          <Page title={t.shell.titles.home} subtitle={<DayText value={data.today} />}>
            <div className={classes['columns']}>
              <Inbox summary={data} />
              <Trends summary={data} />
            </div>
          </Page>
        )
      }
    </QueryState>
  );
}
