import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { useText } from './language.tsx';

interface DayFieldProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** '' while it is not known. */
  readonly value: BusinessDay | '';
  /** Called with a day of the calendar only. */
  readonly onDay: (day: BusinessDay) => void;
  readonly width?: number;
  /** What is wrong with the day that is there. */
  readonly error?: ReactNode;
}

/** `2026/11/2`, `20261122` and full-width digits are forgiven. */
export function readDay(text: string): BusinessDay | undefined {
  const plain = text.normalize('NFKC').trim();
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(plain);
  if (parts === null) return undefined;
  return parseBusinessDay(
    `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`,
  );
}

/** A day typed as it is shown everywhere, whatever the language of the browser. Takes effect on Enter or when left. */
export function DayField({ label, description, value, onDay, width, error }: DayFieldProps) {
  const t = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const read = draft === null ? undefined : readDay(draft);
  const wrong = draft !== null && read === undefined;
  const commit = (): void => {
    if (read === undefined) return;
    setDraft(null);
    if (read !== value) onDay(read);
  };
  return (
    <TextInput
      label={label}
      description={description}
      value={draft ?? value}
      placeholder="YYYY-MM-DD"
      error={wrong ? t.kit.day.wrong : error}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => (wrong ? setDraft(null) : commit())}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(null);
        if (event.key === 'Enter') commit();
      }}
      autoComplete="off"
      {...(width === undefined ? {} : { w: width })}
    />
  );
}
