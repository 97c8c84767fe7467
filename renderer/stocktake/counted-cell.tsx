import { Tooltip } from '@mantine/core';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatQuantity, largestQuantity } from '#app/core/quantity.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import { showLine } from './shown-lines.ts';
import type { CountLine } from './shown-lines.ts';
import classes from './stocktake.module.css';

interface CountedCellProps {
  readonly id: string;
  readonly line: CountLine;
  readonly editable: boolean;
}

const limits = { min: 0, max: largestQuantity };

/** The counted quantity of a line, typed: saved when it is left, on the version that was seen. */
export function CountedCell({ id, line, editable }: CountedCellProps) {
  const t = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const saving = useRef(false);
  const words = t.stocktake.grid;
  const shown = line.counted === null ? '' : formatQuantity(line.counted);
  if (!editable || line.state === 'posted') {
    return <span className={classes['countedText']}>{shown === '' ? t.kit.none : shown}</span>;
  }
  const read = draft === null ? line.counted : readWholeNumber(draft, limits);
  const save = async (): Promise<void> => {
    if (draft === null || read === undefined || saving.current) return;
    const unchanged = read === line.counted && line.state !== 'recount';
    if (unchanged || (read === null && line.counted === null)) return setDraft(null);
    saving.current = true;
    try {
      const { line: number, version } = line;
      showLine(
        'stocktakes.lines',
        id,
        await mutate('stocktakes.setCount', { id, line: number, version, counted: read }),
      );
    } catch (error) {
      notifyFailure(error);
      await invalidate('stocktakes.lines');
    } finally {
      saving.current = false;
      setDraft(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Digits and arrows belong to the field, not to the table around it.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setDraft(null);
    const step = stepOf(event);
    if (step === 0) return;
    event.preventDefault();
    if (read !== undefined) focusBeside(event.currentTarget, step);
  };
  return (
    <Tooltip label={words.invalid} opened={read === undefined} position="bottom-end" color="red">
      <input
        className={classes['counted']}
        value={draft ?? shown}
        inputMode="numeric"
        autoComplete="off"
        aria-label={words.countedOf({ name: line.name })}
        aria-invalid={read === undefined}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => (read === undefined ? setDraft(null) : void save())}
        onKeyDown={onKeyDown}
        data-counted={line.code}
        data-recount={line.state === 'recount' || undefined}
      />
    </Tooltip>
  );
}

function stepOf({ key, shiftKey }: KeyboardEvent): 1 | -1 | 0 {
  if (key === 'ArrowDown' || (key === 'Enter' && !shiftKey)) return 1;
  return key === 'ArrowUp' || key === 'Enter' ? -1 : 0;
}

/** The quantity in the row above or below; leaving the field saves it. */
function focusBeside(from: HTMLInputElement, step: 1 | -1): void {
  const all = [...(from.closest('table')?.querySelectorAll<HTMLInputElement>('input[data-counted]') ?? [])];
  const next = all[all.indexOf(from) + step];
  if (next === undefined) from.blur();
  else next.focus();
}
