import { Button, Group } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { Section } from '../ui/section.tsx';
import { QueryState } from '../ui/states.tsx';
import { DemandChanges } from './demand-changes.tsx';
import { DemandMarkDialog } from './demand-mark-dialog.tsx';
import { LookAlikeButton, LookAlikeLine } from './look-alike.tsx';
import card from './card.module.css';
import classes from './products.module.css';

type History = OutputOf<'demand.history'>;

const DemandChart = lazy(async () => ({ default: (await import('./demand-chart.tsx')).DemandChart }));

/** What of the sales counts as everyday demand, what was changed and why; people mark what they know. */
export function DemandSection({ productId }: { readonly productId: string }) {
  const words = useText().demand;
  const answer = useApiQuery('demand.history', { productId }, { keepPrevious: true });
  const [marking, setMarking] = useState(false);
  const buttons = (
    <Group gap={8}>
      <LookAlikeButton history={answer.data} />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFlag size={14} stroke={1.5} />}
        onClick={() => setMarking(true)}
      >
        {words.mark}
      </Button>
    </Group>
  );
  return (
    <Section title={<span title={words.hint}>{words.title}</span>} aside={buttons} flush>
      <QueryState query={answer} skeletonRows={4}>
        {(history) => (
          <>
            <LookAlikeLine history={history} />
            {history.weeks.length === 0 && history.changes.length === 0 ? (
              <div className={classes['nothing']}>{words.none}</div>
            ) : (
              <Body history={history} />
            )}
          </>
        )}
      </QueryState>
      {marking ? (
        <DemandMarkDialog
          productId={productId}
          day={answer.data?.knownUntil ?? ''}
          onClose={() => setMarking(false)}
        />
      ) : null}
    </Section>
  );
}

function Body({ history }: { readonly history: History }) {
  const t = useText();
  const words = t.demand;
  return (
    <>
      {history.weeks.length === 0 ? null : (
        <div className={card['demandChart']}>
          <div className={card['legend']}>
            <span className={card['legendCounted']}>{words.counted}</span>
            <span className={card['legendOut']}>{words.takenOut}</span>
            <span className={card['legendMissing']}>{words.missing}</span>
            <span className={card['demandClass']} data-demand-class={history.demandClass}>
              {history.abcXyz === null ? null : (
                <span title={t.reorder.abcXyzHint} data-abc-xyz>{`${history.abcXyz} · `}</span>
              )}
              {`${t.reorder.panel.demandClass[history.demandClass]} · ${words.knownUntil({ day: history.knownUntil })}`}
            </span>
          </div>
          <div className={card['demandBars']}>
            <Suspense fallback={null}>
              <DemandChart weeks={history.weeks} />
            </Suspense>
          </div>
        </div>
      )}
      <DemandChanges history={history} />
    </>
  );
}
