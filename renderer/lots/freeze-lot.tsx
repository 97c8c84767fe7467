import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure, notifyUndo } from '../ui/notify.tsx';

export interface FreezableLot {
  readonly id: string;
  readonly code: string;
  readonly version: number;
}

export async function refreshLots(): Promise<void> {
  await invalidate('lots', 'expiry', 'stock', 'products', 'documents', 'inspections', 'home');
}

async function releaseLot(lot: FreezableLot): Promise<void> {
  await mutate('lots.release', { id: lot.id, version: lot.version });
  await refreshLots();
}

interface FreezeLotProps {
  /** Null while nothing is to be frozen. */
  readonly lot: FreezableLot | null;
  readonly onClose: () => void;
}

/** Asks why; a frozen batch is not issued until it is released. */
export function FreezeLot({ lot, onClose }: FreezeLotProps) {
  const t = useText().batches.lot;
  return (
    <Modal opened={lot !== null} onClose={onClose} title={t.freezeTitle({ lot: lot?.code ?? '' })} centered>
      {lot === null ? null : <FreezeForm lot={lot} onDone={onClose} />}
    </Modal>
  );
}

function FreezeForm({ lot, onDone }: { readonly lot: FreezableLot; readonly onDone: () => void }) {
  const t = useText();
  const words = t.batches.lot;
  const [reason, setReason] = useState('');
  const [saving, setSaving] = useState(false);
  const freeze = async (): Promise<void> => {
    setSaving(true);
    try {
      const { lot: frozen } = await mutate('lots.freeze', { id: lot.id, version: lot.version, reason });
      await refreshLots();
      notifyUndo(words.frozen({ lot: lot.code }), () => releaseLot(frozen));
      onDone();
    } catch (error) {
      notifyFailure(error);
      await refreshLots();
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') void freeze();
      }}
    >
      <Stack gap={12}>
        <Text size="sm">{words.freezeHint}</Text>
        <TextInput
          label={words.freezeReason}
          placeholder={words.freezeReasonPlaceholder}
          value={reason}
          maxLength={200}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onDone}>
            {t.kit.back}
          </Button>
          <Button type="submit" color="red" loading={saving} disabled={reason.trim() === ''}>
            {words.freeze}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Releases at once; freezing again is one click away. */
export function useReleaseLot(): (lot: FreezableLot) => Promise<void> {
  const words = useText().batches.lot;
  return async (lot) => {
    try {
      await releaseLot(lot);
      notifyDone(words.released({ lot: lot.code }));
    } catch (error) {
      notifyFailure(error);
      await refreshLots();
    }
  };
}
