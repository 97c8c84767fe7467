import { useState } from 'react';
import type { MovementVerdict } from '#app/stock/count-difference.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { formatQuantity } from '#app/core/quantity.ts';
import { showLine } from './shown-lines.ts';
import type { CountLine } from './shown-lines.ts';
import type { StocktakeView } from './stocktake-page.tsx';

export interface DifferenceWork {
  /** Lines that are to be posted alone, by number; none for all that can be. */
  readonly chosen: ReadonlyMap<number, CountLine>;
  readonly toggle: (line: CountLine) => void;
  readonly clear: () => void;
  readonly recount: (line: CountLine) => void;
  /** Says of what moved up to an entry whether the count holds it. */
  readonly say: (line: CountLine, verdict: MovementVerdict, through: number) => void;
  readonly sayAgain: (line: CountLine) => void;
  readonly sayAllByTime: () => Promise<void>;
  readonly onKey: (key: string, line: CountLine) => boolean;
}

/** What a person does to counted lines before they are posted. */
export function useDifferenceWork({ head, progress }: StocktakeView): DifferenceWork {
  const words = useText().stocktake.differences;
  const confirm = useConfirm();
  const { id } = head;
  const [chosen, setChosen] = useState<ReadonlyMap<number, CountLine>>(new Map());
  const during = (work: Promise<unknown>): void => {
    work.catch(notifyFailure).finally(() => void invalidate('stocktakes'));
  };
  const toggle = (line: CountLine): void => {
    const next = new Map(chosen);
    if (!next.delete(line.line) && line.state === 'ready') next.set(line.line, line);
    setChosen(next);
  };
  const show = (line: CountLine): void => showLine('stocktakes.differences', id, line);
  const recount = ({ line, recount: marked }: CountLine): void =>
    during(mutate('stocktakes.setRecount', { id, lines: [line], recount: !marked }));
  const say = ({ line, version }: CountLine, verdict: MovementVerdict, through: number): void =>
    during(mutate('stocktakes.say', { id, line, version, verdict, through }).then(show));
  return {
    chosen,
    toggle,
    clear: () => setChosen(new Map()),
    recount,
    say,
    sayAgain: ({ line }) => during(mutate('stocktakes.forgetSaid', { id, line }).then(show)),
    sayAllByTime: async () => {
      const agreed = await confirm({
        title: words.byTimeTitle,
        effects: [words.byTimeLines({ lines: formatQuantity(progress.undecided) }), words.byTimeRule],
        note: words.byTimeNote,
        action: words.byTime,
      });
      if (!agreed) return;
      during(
        mutate('stocktakes.sayAllByTime', { id }).then((settled) => notifyDone(words.byTimeDone(settled))),
      );
    },
    onKey: (key, line) => {
      if (head.status !== 'counting') return false;
      const verdict = ({ i: 'included', a: 'after' } as const)[key.toLowerCase()];
      if (key === ' ') toggle(line);
      else if (key.toLowerCase() === 'r') recount(line);
      else if (verdict !== undefined && line.undecided > 0 && line.lastSeq !== null)
        say(line, verdict, line.lastSeq);
      else return false;
      return true;
    },
  };
}
