import type { WrittenKind } from '#app/stock/stock-words.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';

interface DraftToDiscard {
  readonly id: string;
  readonly version: number;
  readonly kind: WrittenKind;
  /** How many. */
  readonly lines: number;
}

/** Ends a draft without posting it, once asked; its content stays in the record of what was done. True when it is gone. */
export function useDiscardDraft(): (draft: DraftToDiscard) => Promise<boolean> {
  const t = useText();
  const words = t.documents;
  const confirm = useConfirm();
  return async ({ id, version, kind, lines }) => {
    const agreed = await confirm({
      title: words.discardTitle,
      effects: [words.discardEffect({ kind: t.stockWords.kinds[kind], lines })],
      note: words.discardNote,
      action: words.discard,
      danger: true,
    });
    if (!agreed) return false;
    try {
      await mutate('documents.discardDraft', { id, version });
      notifyDone(words.discarded);
      return true;
    } catch (error) {
      notifyFailure(error);
      return false;
    } finally {
      // Also where it was refused: another window posted or changed it, and the list shows what stands there now.
      await invalidate('documents.drafts');
    }
  };
}
