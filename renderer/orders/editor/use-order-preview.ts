import { useEffect, useRef, useState } from 'react';
import type { OrderProblem } from '#app/core/order-problems.ts';
import { sentLines } from './order-form.ts';
import type { OrderForm } from './order-form.ts';

export interface OrderPreview {
  readonly head: readonly OrderProblem[];
  /** By the key of the line. */
  readonly lines: ReadonlyMap<string, readonly OrderProblem[]>;
}

const nothing: OrderPreview = { head: [], lines: new Map() };
const delay = 200;

/** Every problem of the order as it is being written, a moment after the last key. */
export function useOrderPreview(
  form: OrderForm,
  ask: (form: OrderForm, signal: AbortSignal) => Promise<readonly OrderProblem[]>,
): OrderPreview {
  const [preview, setPreview] = useState<OrderPreview>(nothing);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const keys = sentLines(form.lines).map(({ key }) => key);
      latest.current(form, abort.signal).then(
        (problems) => {
          if (!abort.signal.aborted) setPreview(byLine(keys, problems));
        },
        // Saving says what is wrong; a preview that fails only shows nothing new.
        () => undefined,
      );
    }, delay);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [form]);
  return preview;
}

/** Problems count lines of what was sent, from 1; here they find their lines again. */
function byLine(keys: readonly string[], problems: readonly OrderProblem[]): OrderPreview {
  return {
    head: problems.filter(({ line }) => line === null),
    lines: new Map(keys.map((key, index) => [key, problems.filter(({ line }) => line === index + 1)])),
  };
}
