import type { InputOf, OutputOf } from '../api/contract.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';

type Like = InputOf<'demand.like'>;

async function write(input: Like): Promise<OutputOf<'demand.like'>> {
  const written = await mutate('demand.like', input);
  await invalidate('demand');
  return written;
}

/** Names what a product will sell like, or takes it away; each can be taken back. */
export function useLookAlike(): {
  /** Rejects with what it failed with. */
  readonly save: (input: Like) => Promise<void>;
  readonly remove: (input: Omit<Like, 'like'>) => void;
} {
  const words = useText().demand.like;
  const save = async (input: Like): Promise<void> => {
    const { before, version } = await write(input);
    const undo = () => write({ productId: input.productId, like: before, version });
    notifyUndo(input.like === null ? words.removed : words.saved, undo);
  };
  return {
    save,
    remove: (input) =>
      void save({ ...input, like: null }).catch(async (error: unknown) => {
        notifyFailure(error);
        await invalidate('demand');
      }),
  };
}
