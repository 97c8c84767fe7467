import type { InputOf } from '../api/contract.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';

type Mark = InputOf<'demand.mark'>;
type Marked = InputOf<'demand.unmark'>;

async function add(mark: Mark): Promise<Marked> {
  const marked = await mutate('demand.mark', mark);
  await invalidate('demand', 'replenishment');
  return marked;
}

async function remove(mark: Marked): Promise<Mark> {
  const { productId, kind, firstDay, lastDay, quantity, otherProductId, note } = await mutate(
    'demand.unmark',
    mark,
  );
  await invalidate('demand', 'replenishment');
  return { productId, kind, firstDay, lastDay, quantity, otherProductId, note };
}

/** Marks are written at once, and each can be taken back. */
export function useMarks(): {
  /** Rejects with what it failed with. */
  readonly write: (mark: Mark) => Promise<void>;
  readonly add: (mark: Mark) => void;
  readonly remove: (mark: Marked) => void;
} {
  const words = useText().demand;
  const write = async (mark: Mark): Promise<void> => {
    const marked = await add(mark);
    notifyUndo(words.marked, () => remove(marked));
  };
  const failed = async (error: unknown): Promise<void> => {
    notifyFailure(error);
    await invalidate('demand', 'replenishment');
  };
  return {
    write,
    add: (mark) => void write(mark).catch(failed),
    remove: (mark) =>
      void remove(mark)
        .then((was) => notifyUndo(words.unmarked, () => add(was)))
        .catch(failed),
  };
}
