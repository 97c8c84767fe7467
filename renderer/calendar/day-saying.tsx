import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AddedDayKind } from '#app/calendar/calendar-words.ts';
import { isoWeekday } from '#app/core/business-day.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import type { MonthDay } from './month-items.ts';
import classes from './calendar.module.css';

type Said = { readonly kind: AddedDayKind; readonly name: string } | null;

/** Whether a day is off or worked, and what it is called; what a person says holds over the published notice. */
export function DaySaying({ one: { day, named } }: { readonly one: MonthDay }) {
  const t = useText();
  const words = t.calendar.day;
  const version = named?.version ?? null;
  const [name, setName] = useState(named?.name ?? '');
  const say = async (said: Said): Promise<void> => {
    try {
      const [before] = await mutate('calendar.sayDays', { days: [{ day, version, said }] });
      await invalidate('calendar', 'replenishment');
      const what = said === null ? '' : `${t.calendarWords.dayKinds[said.kind]} ${said.name}`;
      notifyUndo(said === null ? words.restored({ day }) : words.said({ day, what }), async () => {
        const now = said === null ? null : (version ?? 0) + 1;
        await mutate('calendar.sayDays', { days: [{ day, version: now, said: before?.said ?? null }] });
        await invalidate('calendar', 'replenishment');
      });
    } catch (error) {
      notifyFailure(error);
    }
  };
  const called = (kind: AddedDayKind): Said => ({
    kind,
    name: name.trim() === '' ? t.calendarWords.dayKinds[kind] : name.trim(),
  });
  const plain = isoWeekday(day) > 5 ? words.weekend : words.plain;
  return (
    <div>
      <div>
        {named === null ? plain : `${t.calendarWords.dayKinds[named.kind]} · ${named.name}`}{' '}
        {named === null ? null : (
          <span className={classes['quiet']}>{version === null ? words.published : words.added}</span>
        )}
      </div>
      <TextInput
        mt={8}
        size="xs"
        aria-label={words.name}
        placeholder={words.nameHint}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-day-name
      />
      <Group gap={6} mt={6}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void say(called('holiday'))}
          data-say="holiday"
        >
          {words.setHoliday}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void say(called('workday'))}
          data-say="workday"
        >
          {words.setWorkday}
        </Button>
        {version === null ? null : (
          <Button size="compact-sm" variant="subtle" onClick={() => void say(null)} data-say="nothing">
            {words.takeBack}
          </Button>
        )}
      </Group>
    </div>
  );
}
