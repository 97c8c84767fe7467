import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { mutate } from '../../api/client.ts';
import { invalidate } from '../../api/hooks.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useText } from '../../ui/language.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.tsx';
import type { Draft } from './use-keeping.ts';

/** Ends a draft without posting it; its content stays in the record of what was done. */
export function DiscardButton({
  draft,
  onDiscarded,
}: {
  readonly draft: Draft;
  readonly onDiscarded: () => void;
}) {
  const t = useText();
  const words = t.documents;
  const confirm = useConfirm();
  const discard = async (): Promise<void> => {
    const { kind, lines } = draft.sheet;
    const agreed = await confirm({
      title: words.discardTitle,
      effects: [words.discardEffect({ kind: t.stockWords.kinds[kind], lines: lines.length })],
      note: words.discardNote,
      action: words.discard,
      danger: true,
    });
    if (!agreed) return;
    try {
      await mutate('documents.discardDraft', { id: draft.id, version: draft.version });
      await invalidate('documents.drafts');
      notifyDone(words.discarded);
      onDiscarded();
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={16} stroke={1.5} />}
      onClick={() => void discard()}
    >
      {words.discard}
    </Button>
  );
}
