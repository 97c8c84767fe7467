import { CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readDay } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';

interface AsOfFieldProps {
  /** A past day; null for now. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** The day that stock is looked at: now while empty. Takes effect on Enter or when left. */
export function AsOfField({ value, onChange }: AsOfFieldProps) {
  const t = useText();
  const words = t.stockOverview;
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
      w={138}
      aria-label={words.asOf}
      title={words.asOfHint}
      placeholder={`${words.asOf} ${words.today}`}
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
          <CloseButton size="sm" aria-label={words.today} onClick={() => onChange(null)} />
        )
      }
      autoComplete="off"
    />
  );
}
