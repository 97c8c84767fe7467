import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useText } from '../../ui/language.tsx';
import { useDiscardDraft } from '../use-discard-draft.ts';
import type { Draft } from './use-keeping.ts';

interface DiscardButtonProps {
  readonly draft: Draft;
  readonly onDiscarded: () => void;
}

export function DiscardButton({ draft, onDiscarded }: DiscardButtonProps) {
  const words = useText().documents;
  const discard = useDiscardDraft();
  const run = async (): Promise<void> => {
    const { kind, lines } = draft.sheet;
    if (await discard({ id: draft.id, version: draft.version, kind, lines: lines.length })) onDiscarded();
  };
  return (
    <Button variant="default" leftSection={<IconTrash size={16} stroke={1.5} />} onClick={() => void run()}>
      {words.discard}
    </Button>
  );
}
