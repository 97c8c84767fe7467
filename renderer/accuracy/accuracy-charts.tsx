import { lazy, Suspense } from 'react';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { Section } from '../ui/section.tsx';
import classes from './accuracy.module.css';

const AccuracyLines = lazy(async () => ({ default: (await import('./accuracy-lines.tsx')).AccuracyLines }));

/** Accuracy week by week, and by how far ahead; each beside the two simple rules. */
export function AccuracyCharts({ overview }: { readonly overview: OutputOf<'accuracy.overview'> }) {
  const words = useText().accuracy;
  const legend = (
    <span className={classes['legend']}>
      <span className={classes['legendForecast']}>{words.forecast}</span>
      <span className={classes['legendAverage']}>{words.average}</span>
      <span className={classes['legendNaive']}>{words.naive}</span>
    </span>
  );
  return (
    <div className={classes['charts']}>
      <Section title={words.overTime} aside={legend}>
        <div className={classes['chart']}>
          <Suspense fallback={null}>
            <AccuracyLines
              points={overview.weeks.map(({ week, ...figures }) => ({
                at: week.slice(5),
                name: week,
                ...figures,
              }))}
              nameOf={(name) => words.week({ day: name })}
            />
          </Suspense>
        </div>
      </Section>
      <Section title={words.byHorizon}>
        <div className={classes['chart']}>
          <Suspense fallback={null}>
            <AccuracyLines
              points={overview.horizons.map(({ horizon, ...figures }) => ({
                at: String(horizon),
                name: String(horizon),
                ...figures,
              }))}
              nameOf={(name) => words.weeksAhead({ weeks: Number(name) })}
            />
          </Suspense>
        </div>
      </Section>
    </div>
  );
}
