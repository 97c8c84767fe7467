import { useCallback, useState } from 'react';
import { blankLine, withBlanks } from './order-form.ts';
import type { FormHead, FormLine, OrderForm } from './order-form.ts';

export interface OrderEditing {
  readonly form: OrderForm;
  readonly isDirty: boolean;
  readonly setHead: (change: Partial<FormHead>) => void;
  readonly changeLine: (key: string, change: Partial<FormLine>) => void;
  readonly addLine: () => void;
  readonly removeLine: (key: string) => void;
  /** Changes of successive lines, beginning with `key`; lines are added as they are needed. */
  readonly fill: (key: string, changes: readonly Partial<FormLine>[]) => void;
}

/** An order as it is being typed. */
export function useOrderForm(initial: OrderForm): OrderEditing {
  const [form, setForm] = useState<OrderForm>(() => ({ ...initial, lines: withBlanks(initial.lines) }));
  const [isDirty, setDirty] = useState(false);
  const change = useCallback((next: (form: OrderForm) => OrderForm): void => {
    setForm(next);
    setDirty(true);
  }, []);
  const changeLines = useCallback(
    (next: (lines: readonly FormLine[]) => readonly FormLine[]): void =>
      change((current) => ({ ...current, lines: next(current.lines) })),
    [change],
  );
  return {
    form,
    isDirty,
    setHead: (part) => change((current) => ({ ...current, head: { ...current.head, ...part } })),
    changeLine: useCallback(
      (key, part) =>
        changeLines((lines) => lines.map((line) => (line.key === key ? { ...line, ...part } : line))),
      [changeLines],
    ),
    addLine: useCallback(() => changeLines((lines) => [...lines, blankLine()]), [changeLines]),
    removeLine: useCallback(
      (key) => changeLines((lines) => withBlanks(lines.filter((line) => line.key !== key))),
      [changeLines],
    ),
    fill: (key, changes) =>
      changeLines((lines) => {
        const start = lines.findIndex((line) => line.key === key);
        if (start < 0) return lines;
        const missing = Math.max(0, start + changes.length - lines.length);
        const all = [...lines, ...Array.from({ length: missing }, blankLine)];
        return all.map((line, index) => ({ ...line, ...changes[index - start] }));
      }),
  };
}
