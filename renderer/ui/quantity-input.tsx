import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from './language.tsx';
import classes from './kit.module.css';

interface QuantityInputProps {
  /** Null is empty. */
  readonly value: number | null;
  /** Called with the whole number when Enter is pressed or the field is left, and only when it changed. */
  readonly onCommit: (value: number | null) => void;
  /** For assistive technology; a visible label comes from the row or the form. */
  readonly label?: string;
  readonly min?: number;
  readonly max?: number;
  readonly disabled?: boolean;
  readonly width?: number | string;
  /** A visible message below; validation in place. */
  readonly error?: string | undefined;
  /** Instead of moving to the next quantity field. */
  readonly onEnter?: () => void;
  readonly allowEmpty?: boolean;
  readonly autoFocus?: boolean;
}

/** Reads what a person types: thousands separators, spaces and full-width digits are forgiven; undefined is not a whole number. */
export function readWholeNumber(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/gu, '');
  if (plain === '') return null;
  return /^-?\d{1,12}$/u.test(plain) ? Number(plain) : undefined;
}

/** The next (or previous) quantity field of the page, so that Enter walks down a column. */
function focusNeighbour(from: HTMLInputElement, step: 1 | -1): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-quantity]:not(:disabled)')];
  fields[fields.indexOf(from) + step]?.focus();
}

/** An integer field: selects its content on focus, Enter saves and moves on, Escape takes back what was typed. */
export function QuantityInput(props: QuantityInputProps) {
  const t = useText();
  const { value, onCommit, min = 0, max = 999_999_999, allowEmpty = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : formatQuantity(value));
  const read = draft === null ? value : readWholeNumber(draft);
  const wrong = read === undefined || (read !== null && (read < min || read > max));
  const commit = (): boolean => {
    if (draft === null) return true;
    if (wrong || read === undefined || (read === null && !allowEmpty)) return false;
    setDraft(null);
    if (read !== value) onCommit(read);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Letters and Space belong to the field here, not to the table that holds it.
    event.stopPropagation();
    if (event.key === 'Escape') setDraft(null);
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!commit()) return;
    if (props.onEnter === undefined) focusNeighbour(event.currentTarget, event.shiftKey ? -1 : 1);
    else props.onEnter();
  };
  return (
    <TextInput
      className={classes['quantityInput'] ?? ''}
      value={shown}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (!commit()) setDraft(null);
      }}
      onKeyDown={onKeyDown}
      error={wrong ? (props.error ?? true) : props.error}
      title={wrong ? t.kit.quantity.wholeNumber : undefined}
      aria-label={props.label ?? t.kit.quantity.label}
      inputMode="numeric"
      autoComplete="off"
      size="xs"
      w={props.width ?? 88}
      disabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      data-quantity
    />
  );
}
