import { Group, TextInput } from '@mantine/core';
import type { BusinessDay } from '#app/core/business-day.ts';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';

export interface Period {
  readonly name: string;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
}

interface PeriodFieldsProps {
  readonly value: Period;
  readonly onChange: (change: Partial<Period>) => void;
}

/** A name and its days; the last day follows the first where it would come before it. */
export function PeriodFields({ value, onChange }: PeriodFieldsProps) {
  const t = useText();
  const words = t.calendar.event;
  const wrong = value.lastDay < value.firstDay;
  const said = t.calendarWords.problems['days.order'];
  return (
    <>
      <TextInput
        label={words.name}
        value={value.name}
        maxLength={60}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        required
        data-autofocus
        data-name
      />
      <Group gap={8} grow align="flex-start">
        <DayField
          label={words.firstDay}
          value={value.firstDay}
          onDay={(firstDay) =>
            onChange({ firstDay, ...(value.lastDay < firstDay ? { lastDay: firstDay } : {}) })
          }
        />
        <DayField
          label={words.lastDay}
          value={value.lastDay}
          onDay={(lastDay) => onChange({ lastDay })}
          error={wrong ? said({ found: value.lastDay, expected: value.firstDay }) : undefined}
        />
      </Group>
    </>
  );
}
