import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import { invalidate } from '../api/hooks.ts';
import { play } from '../scan/sound.ts';
import { useReader } from '../scan/use-reader.ts';
import { useText } from '../ui/language.tsx';
import { QueryState } from '../ui/states.tsx';
import { CountStage } from './count-stage.tsx';
import { createCounting } from './counting.ts';
import type { Counting } from './counting.ts';
import { RecentCounts } from './recent-counts.tsx';
import type { StocktakeView } from './stocktake-page.tsx';
import { useStocktake } from './use-stocktake.ts';
import classes from './counting.module.css';

/** Counting with a scanner: the whole screen, large, with a sound for good and for bad. */
export function CountPage({ id }: { readonly id: string }) {
  const answer = useStocktake(id);
  return (
    <div className={classes['screen']}>
      <QueryState query={answer}>{(view) => <CountScreen view={view} />}</QueryState>
    </div>
  );
}

function CountScreen({ view }: { readonly view: StocktakeView }) {
  const words = useText().stocktake.scan;
  const { head, progress } = view;
  const [, navigate] = useLocation();
  const [sounds, setSounds] = useLocalStorage<boolean>({
    key: 'zongdai.count.sound',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const counting = useCounting(head.id, sounds);
  const state = useSyncExternalStore(counting.subscribe, counting.state);
  const back = (): void => navigate(`/stocktakes/${head.id}`);
  const { question, times } = state;
  const reader = useReader({
    onAction: (action) =>
      action.kind === 'cancel' && question === null && times === null ? back() : counting.act(action),
    chooses: question !== null && question.kind !== 'quantity',
  });
  useModeKey(counting);
  return (
    <>
      <header className={classes['head']}>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          leftSection={<IconArrowLeft size={18} stroke={1.5} />}
          onClick={back}
        >
          {words.back}
        </Button>
        <h1 className={classes['title']}>
          {words.title} <span className={classes['quiet']}>{`${head.number} · ${head.warehouse}`}</span>
        </h1>
        <span className={classes['headEnd']}>
          <span data-count-progress>
            {words.progress({
              counted: formatQuantity(progress.counted),
              lines: formatQuantity(progress.lines),
            })}
          </span>
          <SegmentedControl
            size="sm"
            value={state.mode}
            onChange={() => counting.act({ kind: 'mode' })}
            data={[
              { value: 'perScan', label: words.perScan },
              { value: 'askQuantity', label: words.askQuantity },
            ]}
          />
          <Switch
            size="sm"
            label={words.sound}
            checked={sounds}
            onChange={(event) => setSounds(event.currentTarget.checked)}
          />
        </span>
      </header>
      <main className={classes['body']}>
        <section className={classes['work']}>
          <Typed
            text={reader.text}
            times={state.times}
            placeholder={state.question?.kind === 'quantity' ? words.quantityKeys : words.field}
          />
          <CountStage state={state} />
        </section>
        <RecentCounts recent={state.recent} onUndo={() => counting.act({ kind: 'undo' })} />
      </main>
      <footer className={classes['foot']}>{words.keys}</footer>
    </>
  );
}

/** One counting for as long as the screen is there. */
function useCounting(id: string, sounds: boolean): Counting {
  const audible = useRef(sounds);
  useEffect(() => {
    audible.current = sounds;
  });
  const [counting] = useState(() =>
    createCounting({
      id,
      mode: localStorage.getItem(modeKey) === 'askQuantity' ? 'askQuantity' : 'perScan',
      sound: (tone) => {
        if (audible.current) play(tone);
      },
      onCounted: () => void invalidate('stocktakes.get'),
    }),
  );
  useEffect(() => counting.subscribe(() => localStorage.setItem(modeKey, counting.state().mode)), [counting]);
  return counting;
}

function useModeKey(counting: Counting): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F2') return;
      event.preventDefault();
      counting.act({ kind: 'mode' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [counting]);
}

interface TypedProps {
  readonly text: string;
  readonly times: number | null;
  readonly placeholder: string;
}

/** What has been typed so far. No field: a scan is taken wherever the focus is, whatever the input method. */
function Typed({ text, times, placeholder }: TypedProps) {
  const before = times === null ? '' : `${times} × `;
  return (
    <div className={classes['field']} data-typed>
      {before === '' && text === '' ? (
        <span className={classes['placeholder']}>{placeholder}</span>
      ) : (
        `${before}${text}`
      )}
    </div>
  );
}

const modeKey = 'zongdai.count.mode';
