import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { mutate } from '../api/client.ts';
import { refreshLots } from '../lots/freeze-lot.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import type { Inspection } from './inspection-columns.tsx';
import { changeOf, itemsToRemember } from './inspect-draft.ts';
import type { InspectDraft } from './inspect-draft.ts';

interface DecisionProps {
  readonly record: Inspection;
  readonly draft: InspectDraft;
  readonly onDone: () => void;
  readonly onChange: (part: Partial<InspectDraft>) => void;
}

/** Saves what was written, and passes the goods or refuses them. */
export function Decision({ record, draft, onDone, onChange }: DecisionProps) {
  const t = useText();
  const words = t.batches.inspections;
  const [saving, setSaving] = useState(false);
  const save = async (result: Inspection['result']): Promise<void> => {
    setSaving(true);
    try {
      const { documentId, productId, lotKey, version } = record;
      const { completed } = await mutate('inspections.save', {
        documentId,
        productId,
        lotKey,
        version,
        change: { ...changeOf(record, draft), result },
        remember: itemsToRemember(record, draft),
        ...(result === 'refused' && draft.freeze && record.result === 'open'
          ? { freezeReason: words.freezeReason({ number: record.number }) }
          : {}),
      });
      notifyDone(completed > 0 ? words.savedMore({ count: String(completed) }) : words.saved);
      onDone();
    } catch (error) {
      notifyFailure(error);
    } finally {
      setSaving(false);
      await refreshLots();
    }
  };
  const isOpen = record.result === 'open';
  return (
    <>
      {isOpen && record.lotId !== null ? (
        <Checkbox
          size="xs"
          label={words.freezeAfterRefuse}
          checked={draft.freeze}
          onChange={(event) => onChange({ freeze: event.currentTarget.checked })}
        />
      ) : null}
      <Group gap={8} justify="flex-end">
        {isOpen ? (
          <>
            <Button variant="default" color="red" loading={saving} onClick={() => void save('refused')}>
              {words.refuse}
            </Button>
            <Button variant="default" loading={saving} onClick={() => void save('passed')}>
              {words.pass}
            </Button>
          </>
        ) : (
          <Button variant="default" loading={saving} onClick={() => void save('open')}>
            {words.reopen}
          </Button>
        )}
        <Button loading={saving} onClick={() => void save(record.result)}>
          {t.kit.save}
        </Button>
      </Group>
    </>
  );
}
