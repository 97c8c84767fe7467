import { Select } from '@mantine/core';
import { useState } from 'react';
import { eventKinds } from '#app/calendar/calendar-words.ts';
import type { EventKind } from '#app/calendar/calendar-words.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyUndo } from '../ui/notify.tsx';
import { FormFrame } from './form-frame.tsx';
import type { MonthEvent } from './month-items.ts';
import { PeriodFields } from './period-fields.tsx';
import type { Period } from './period-fields.tsx';

interface EventFormProps {
  /** Absent for a new one. */
  readonly event?: MonthEvent;
  readonly firstDay: BusinessDay;
  readonly onClose: () => void;
}

/** A local festival or another event, new or changed. */
export function EventForm({ event, firstDay, onClose }: EventFormProps) {
  const t = useText();
  const words = t.calendar.event;
  const [kind, setKind] = useState<EventKind>(event?.kind ?? 'holiday');
  const [period, setPeriod] = useState<Period>({
    name: event?.name ?? '',
    firstDay,
    lastDay: event?.lastDay ?? firstDay,
  });
  const save = async (): Promise<void> => {
    const seen = event?.added ?? null;
    const { id, previous } = await mutate('calendar.saveEvent', { ...period, kind, seen });
    await invalidate('calendar', 'replenishment');
    notifyUndo(words.saved({ name: period.name }), async () => {
      const version = (seen?.version ?? 0) + 1;
      if (previous === null) await mutate('calendar.removeEvent', { id, version });
      else {
        const { name, kind: before, firstDay: first, lastDay } = previous;
        await mutate('calendar.saveEvent', {
          name,
          kind: before,
          firstDay: first,
          lastDay,
          seen: { id, version },
        });
      }
      await invalidate('calendar', 'replenishment');
    });
  };
  return (
    <FormFrame
      title={event === undefined ? words.addTitle : words.editTitle}
      ready={period.name.trim() !== '' && period.lastDay >= period.firstDay}
      onSave={save}
      onClose={onClose}
    >
      <PeriodFields value={period} onChange={(change) => setPeriod({ ...period, ...change })} />
      <Select
        label={words.kind}
        description={words.kindHints[kind]}
        value={kind}
        allowDeselect={false}
        data={eventKinds.map((value) => ({ value, label: t.calendarWords.eventKinds[value] }))}
        onChange={(value) => setKind(value ?? kind)}
      />
    </FormFrame>
  );
}
