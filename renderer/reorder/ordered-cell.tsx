import { Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';
import { typedQuantity } from './keys.ts';
import { isEdited } from './plan-after.ts';
import classes from './reorder.module.css';

export interface Typing {
  readonly productId: string;
  /** The digit that began it, or null to begin with the present quantity, selected. */
  readonly text: string | null;
}

/** Where to go once a quantity is typed; `left` when the person already clicked elsewhere. */
export type AfterTyping = 'down' | 'up' | 'stay' | 'left';

interface OrderedCellProps {
  readonly line: ReorderLineView;
  readonly typing: Typing | null;
  readonly locked: boolean;
  readonly onBegin: () => void;
  /** Quantity undefined leaves it as it was. */
  readonly onEnd: (ordered: number | undefined, next: AfterTyping) => void;
}

export function OrderedCell({ line, typing, locked, onBegin, onEnd }: OrderedCellProps) {
  const t = useText();
  if (typing !== null) return <OrderedInput line={line} typing={typing} onEnd={onEnd} />;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes['ordered']}
      data-edited={isEdited(line)}
      data-dropped={line.status === 'dropped'}
      disabled={locked}
      aria-label={t.reorder.edit.orderedOf({ name: line.name })}
      onClick={onBegin}
    >
      {line.status === 'accepted' ? (
        <IconCheck
          size={14}
          stroke={2}
          className={classes['acceptedMark'] ?? ''}
          aria-label={t.reorder.note.accepted}
        />
      ) : null}
      {formatQuantity(line.ordered)}
    </button>
  );
}

function OrderedInput({
  line,
  typing,
  onEnd,
}: Pick<OrderedCellProps, 'line' | 'onEnd'> & { readonly typing: Typing }) {
  const t = useText();
  const [text, setText] = useState(typing.text ?? String(line.ordered));
  const input = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  const value = typedQuantity(text);
  useEffect(() => {
    input.current?.focus();
    if (typing.text === null) input.current?.select();
  }, [typing.text]);
  const end = (ordered: number | undefined, next: AfterTyping): void => {
    if (ended.current) return;
    ended.current = true;
    onEnd(ordered, next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Letters, digits and arrows belong to the field now, not to the table around it.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const next = nextOf(event);
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'stay') end(undefined, next);
    else if (value !== undefined || text === '') end(value, next);
  };
  const invalid = value === undefined && text !== '';
  return (
    <Tooltip label={t.reorder.edit.invalid} opened={invalid} position="bottom-end" color="red">
      <input
        ref={input}
        className={classes['orderedInput']}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        aria-label={t.reorder.edit.orderedOf({ name: line.name })}
        aria-invalid={invalid}
        // Letters and spaces are slips of a finger meant for the table; a point or a minus is not, and has to be seen.
        onChange={(event) => setText(event.currentTarget.value.replaceAll(/[\p{L}\s]/gu, ''))}
        onKeyDown={onKeyDown}
        onBlur={() => end(value, 'left')}
      />
    </Tooltip>
  );
}

function nextOf({ key, shiftKey }: KeyboardEvent): AfterTyping | undefined {
  if (key === 'Escape') return 'stay';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowUp') return 'up';
  if (key === 'Enter' || key === 'Tab') return shiftKey ? 'up' : 'down';
  return undefined;
}
