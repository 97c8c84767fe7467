import { Skeleton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import { gistSentence } from '#app/what-if/gist.ts';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { Section } from '../ui/section.tsx';
import { MeasuresTable } from './measures-table.tsx';
import classes from './what-if.module.css';

const TradeOffChart = lazy(async () => ({ default: (await import('./trade-off-chart.tsx')).TradeOffChart }));

type Run = OutputOf<'whatIf.runs'>[number];

/** What a run found: the gist in a sentence, the measures of all rules, service against stock. */
export function Result({ run: { result } }: { readonly run: Run }) {
  const words = useText().whatIf;
  const { firstDay: first, lastDay: last, products, leftOut } = result;
  return (
    <div className={classes['result']} data-run>
      <div className={classes['gist']}>
        <span className={classes['against']}>{words.gist.against}</span>
        <strong data-gist>{gistSentence(words.gist, result.gist)}</strong>
        <span className={classes['period']}>
          {words.period({ first, last, products })}
          {leftOut === 0 ? null : ` · ${words.leftOut({ count: leftOut })}`}
        </span>
      </div>
      <div className={classes['parts']}>
        <Section title={words.measures} flush>
          <MeasuresTable result={result} />
        </Section>
        <Section title={words.curve.title}>
          <div className={classes['legend']} aria-hidden>
            <span className={classes['legendSystem']}>{words.curve.system}</span>
            <span className={classes['legendAverage']}>{words.curve.average}</span>
          </div>
          <div
            className={classes['chart']}
            role="img"
            aria-label={words.curve.summary({ count: result.curves.system.length })}
          >
            <Suspense fallback={<Skeleton height="100%" />}>
              <TradeOffChart curves={result.curves} />
            </Suspense>
          </div>
        </Section>
      </div>
      <p className={classes['unseen']}>
        <IconInfoCircle size={16} stroke={1.5} aria-hidden />
        {words.unseen}
      </p>
    </div>
  );
}
