import { CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readDay } from './day-field.tsx';
import { useText } from './language.tsx';

interface OptionalDayProps {
  /** Stands in the field while it is empty. */
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly width?: number;
}

/** A day of a filter, which may be none. Takes effect on Enter or when left. */
export function OptionalDay({ label, hint, value, onChange, width = 124 }: OptionalDayProps) {
  const t = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? value ?? '';
  const day = text.trim() === '' ? null : readDay(text);
  const commit = (): void => {
    if (draft === null || day === undefined) return;
    setDraft(null);
    if (day !== value) onChange(day);
  };
  return (
    <TextInput
      w={width}
      aria-label={label}
      title={hint}
      placeholder={label}
      value={text}
      error={day === undefined}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => (day === undefined ? setDraft(null) : commit())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(null);
      }}
      rightSection={
        value === null ? null : (
          <CloseButton size="sm" aria-label={t.kit.table.clearSearch} onClick={() => onChange(null)} />
        )
      }
      autoComplete="off"
    />
  );
}
