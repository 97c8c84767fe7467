import { useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import type { StocktakeView } from './stocktake-page.tsx';

interface Endings {
  readonly countRest: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}

/** What ends a count: the rest is nothing, the rest is left out, or all of it is given up. Each says what it does, in numbers. */
export function useEndings({ head, progress }: StocktakeView): Endings {
  const words = useText().stocktake;
  const confirm = useConfirm();
  const [, navigate] = useLocation();
  const { id, number } = head;
  const during = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      await invalidate('stocktakes');
    } catch (error) {
      notifyFailure(error);
    }
  };
  return {
    countRest: async () => {
      const agreed = await confirm({
        title: words.grid.zeroTitle,
        effects: [words.grid.zeroLines({ lines: formatQuantity(progress.lines - progress.counted) })],
        note: words.grid.zeroNote,
        action: words.head.zero,
      });
      if (!agreed) return;
      await during(async () => {
        notifyDone(words.grid.zeroDone(await mutate('stocktakes.countRestAsZero', { id })));
      });
    },
    close: async () => {
      const left = progress.lines - progress.posted;
      const agreed = await confirm({
        title: words.end.closeTitle({ number }),
        effects: [
          words.end.closePosted({ lines: formatQuantity(progress.posted) }),
          ...(left > 0 ? [words.end.closeLeft({ lines: formatQuantity(left) })] : []),
        ],
        note: words.end.closeNote,
        action: words.head.close,
        danger: left > 0,
      });
      if (!agreed) return;
      await during(async () => {
        await mutate('stocktakes.close', { id, leaveOut: true });
        notifyDone(words.end.closed);
      });
    },
    cancel: async () => {
      const agreed = await confirm({
        title: words.end.cancelTitle({ number }),
        effects: [words.end.cancelLines({ counted: formatQuantity(progress.counted) })],
        action: words.head.cancel,
        danger: true,
      });
      if (!agreed) return;
      await during(async () => {
        await mutate('stocktakes.cancel', { id });
        notifyDone(words.end.cancelled);
        navigate('/stocktakes');
      });
    },
  };
}
