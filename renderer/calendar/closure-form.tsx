import { Text } from '@mantine/core';
import { useState } from 'react';
import type { BusinessDay } from '#app/core/business-day.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { PartnerField } from '../partners/partner-field.tsx';
import { useText } from '../ui/language.tsx';
import { notifyUndo } from '../ui/notify.tsx';
import { FormFrame } from './form-frame.tsx';
import { PeriodFields } from './period-fields.tsx';
import type { Period } from './period-fields.tsx';

interface ClosureFormProps {
  readonly firstDay: BusinessDay;
  readonly onClose: () => void;
}

/** When a supplier delivers nothing. */
export function ClosureForm({ firstDay, onClose }: ClosureFormProps) {
  const t = useText();
  const words = t.calendar.closure;
  const [partnerId, setPartner] = useState<string | null>(null);
  const [period, setPeriod] = useState<Period>({ name: '', firstDay, lastDay: firstDay });
  const save = async (): Promise<void> => {
    const { id } = await mutate('calendar.addClosure', { ...period, partnerId: partnerId ?? '' });
    await invalidate('calendar', 'replenishment');
    notifyUndo(t.calendar.event.saved({ name: period.name }), async () => {
      await mutate('calendar.removeClosure', { id, version: 1 });
      await invalidate('calendar', 'replenishment');
    });
  };
  return (
    <FormFrame
      title={words.addTitle}
      ready={period.name.trim() !== '' && partnerId !== null && period.lastDay >= period.firstDay}
      onSave={save}
      onClose={onClose}
    >
      <PeriodFields value={period} onChange={(change) => setPeriod({ ...period, ...change })} />
      <PartnerField
        label={words.supplier}
        kinds={['supplier']}
        value={partnerId}
        onPartner={setPartner}
        clearable={false}
        width={360}
      />
      <Text size="sm" c="dimmed">
        {words.hint}
      </Text>
    </FormFrame>
  );
}
