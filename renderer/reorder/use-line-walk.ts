import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import { lineAction } from './keys.ts';
import type { LineAction } from './keys.ts';
import type { AfterTyping, Typing } from './ordered-cell.tsx';
import type { RowHandlers } from './line-row.tsx';
import type { AskReason } from './ask-reason.tsx';
import type { LineEdits } from './use-line-edits.ts';

interface LineWalkOptions {
  readonly lines: readonly ReorderLineView[];
  readonly selected: string | null;
  readonly onSelect: (productId: string | null) => void;
  readonly edits: LineEdits;
  readonly locked: boolean;
  /** Asks why another quantity than the suggested one; undefined where the person leaves it. */
  readonly askReason: AskReason;
  readonly rowId: (productId: string) => string;
}

interface LineWalk {
  readonly tableRef: RefObject<HTMLTableElement | null>;
  readonly typing: Typing | null;
  readonly handlers: RowHandlers;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: { readonly target: EventTarget; readonly currentTarget: EventTarget }) => void;
}

/** The current line and what the keyboard does with it. */
export function useLineWalk(options: LineWalkOptions): LineWalk {
  const [typing, setTyping] = useState<Typing | null>(null);
  const tableRef = useRef<HTMLTableElement | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const act = useMemo(() => lineActions(latest, setTyping, tableRef), []);
  const handlers = useMemo<RowHandlers>(
    () => ({
      onSelect: (productId) => act.select(productId),
      onBegin: (productId) => {
        act.select(productId);
        act.begin(productId, null);
      },
      onEnd: (line, ordered, next) => {
        setTyping(null);
        act.type(line, ordered);
        if (next === 'left') return;
        tableRef.current?.focus({ preventScroll: true });
        act.after(line.productId, next);
      },
    }),
    [act],
  );
  return {
    tableRef,
    typing,
    handlers,
    onKeyDown: (event) => {
      const action = lineAction({ ...keyOf(event), isComposing: event.nativeEvent.isComposing });
      if (event.key === 'Escape' && options.selected !== null) options.onSelect(null);
      if (action === undefined) return;
      event.preventDefault();
      act.perform(action);
    },
    onFocus: (event) => {
      // Coming in by Tab: there is a current line at once, so that the first key does something.
      const first = options.lines[0];
      if (
        event.target === event.currentTarget &&
        options.selected === null &&
        first !== undefined &&
        cameByKey()
      ) {
        options.onSelect(first.productId);
      }
    },
  };
}

function keyOf(event: KeyboardEvent) {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}

function cameByKey(): boolean {
  return document.activeElement?.matches(':focus-visible') ?? false;
}

/** What can be done with lines, always on the lines of the latest render. */
function lineActions(
  latest: RefObject<LineWalkOptions>,
  setTyping: (typing: Typing | null) => void,
  tableRef: RefObject<HTMLTableElement | null>,
) {
  const select = (productId: string): void => {
    const { onSelect, rowId } = latest.current;
    onSelect(productId);
    document.getElementById(rowId(productId))?.scrollIntoView({ block: 'nearest' });
  };
  const walk = (from: string | null, by: number): void => {
    const { lines } = latest.current;
    const index = lines.findIndex((line) => line.productId === from);
    const next = lines[index < 0 ? 0 : Math.max(0, Math.min(lines.length - 1, index + by))];
    if (next !== undefined) select(next.productId);
  };
  const begin = (productId: string, text: string | null): void => {
    if (!latest.current.locked) setTyping({ productId, text });
  };
  const type = (line: ReorderLineView, ordered: number | undefined): void => {
    if (ordered === undefined) return;
    // Typing a quantity on a dropped line takes it back in.
    const change = line.status === 'dropped' ? { ordered, status: 'proposed' as const } : { ordered };
    const { edits, askReason } = latest.current;
    if (ordered === line.suggested || ordered === line.ordered) return edits.change(line, change);
    void askReason(line, ordered).then((why) => {
      if (why !== undefined) latest.current.edits.change(line, { ...change, ...why });
      // Once the dialog is gone, the keys are the table's again.
      setTimeout(() => tableRef.current?.focus({ preventScroll: true }));
    });
  };
  const perform = (action: LineAction): void => {
    const { lines, selected, edits, locked } = latest.current;
    if (action.kind === 'walk') return walk(selected, action.by);
    if (action.kind === 'first') return walk(selected, -lines.length);
    if (action.kind === 'last') return walk(selected, lines.length);
    if (locked) return undefined;
    if (action.kind === 'undo') {
      const line = edits.undo();
      if (line !== undefined) select(line.productId);
      return undefined;
    }
    const line = lines.find((one) => one.productId === selected);
    if (line === undefined) return undefined;
    if (action.kind === 'edit') return begin(line.productId, action.text);
    if (action.kind === 'accept') return edits.change(line, { status: 'accepted' });
    return edits.change(line, { status: line.status === 'dropped' ? 'proposed' : 'dropped' });
  };
  const after = (productId: string, next: AfterTyping): void => {
    if (next === 'down') walk(productId, 1);
    if (next === 'up') walk(productId, -1);
  };
  return { select, begin, type, perform, after };
}
