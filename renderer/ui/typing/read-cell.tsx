import { useState } from 'react';
import { TypedCell } from './typed-cell.tsx';

interface ReadCellProps<Value> {
  readonly field: string;
  readonly label: string;
  readonly value: Value | null;
  readonly format: (value: Value) => string;
  /** Null for an empty field, undefined for what cannot be read. */
  readonly read: (text: string) => Value | null | undefined;
  readonly onChange: (value: Value | null) => void;
  readonly placeholder?: string;
  readonly numeric?: boolean;
  readonly error?: boolean;
  readonly skip?: boolean;
  readonly readOnly?: boolean;
}

/** A field whose text means a value: what cannot be read is marked while it stands there, and counts as none. */
export function ReadCell<Value>({ value, format, read, onChange, ...cell }: ReadCellProps<Value>) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TypedCell
      {...cell}
      value={draft ?? (value === null ? '' : format(value))}
      error={cell.error === true || (draft !== null && read(draft) === undefined)}
      onChange={(text) => {
        setDraft(text);
        onChange(read(text) ?? null);
      }}
      onLeave={() => setDraft(null)}
    />
  );
}
