import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';

type Document = OutputOf<'documents.get'>['document'];

/** Takes typed-in opening stock back by its opposite. What an import posted is taken back by undoing the import. */
export function ReverseButton({ document }: { readonly document: Document }) {
  const words = useText().lists.documents;
  const confirm = useConfirm();
  const [, navigate] = useLocation();
  const settled = document.reversedByNumber !== null || document.reversesNumber !== null;
  if (settled || document.kind !== 'opening' || document.importId !== null) return null;
  const reverse = async (): Promise<void> => {
    const agreed = await confirm({
      title: words.reverseTitle({ number: document.number }),
      effects: [words.reverseEffect({ lines: document.lines, units: formatQuantity(document.units) })],
      note: words.reverseNote,
      action: words.reverse,
      danger: true,
    });
    if (!agreed) return;
    try {
      const posted = await mutate('documents.reverse', { id: document.id });
      notifyDone(words.reversed({ number: posted.number }));
      await invalidate('documents', 'stock', 'products', 'home');
      navigate(`/documents/${posted.id}`);
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
      onClick={() => void reverse()}
    >
      {words.reverse}
    </Button>
  );
}
