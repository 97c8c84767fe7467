import { useCallback, useEffect, useMemo, useState } from 'react';
import { desktop } from '../../api/desktop.ts';
import { backupKey, forgetBackup, readBackup, writeBackup } from './sheet-backup.ts';
import { blankLine, isBlank } from './sheet-state.ts';
import type { SheetHead, SheetLine, SheetState } from './sheet-state.ts';
import type { Draft } from './use-keeping.ts';

export interface SheetEditing {
  readonly state: SheetState;
  /** The draft that this is kept as, on the version that the person has seen. */
  readonly draft: Draft | null;
  /** Changed since it was loaded or saved. */
  readonly isDirty: boolean;
  /** What was typed before the page was left or reloaded stands here again. */
  readonly isRestored: boolean;
  readonly setHead: (change: Partial<SheetHead>) => void;
  readonly changeLine: (key: string, change: Partial<SheetLine>) => void;
  readonly addLine: () => void;
  readonly removeLine: (key: string) => void;
  /** Changes of successive lines, beginning with `key`; lines are added as they are needed. */
  readonly fill: (key: string, changes: readonly Partial<SheetLine>[]) => void;
  readonly setLines: (lines: readonly SheetLine[]) => void;
  /** The lines no longer answer an order or origin; they stay as they are. */
  readonly unlink: (from: 'order' | 'origin') => void;
  /** Something else stands here now, kept as it is. */
  readonly replace: (state: SheetState, draft: Draft | null) => void;
  /** What stands here is kept: as this draft, or as a posted document for null. */
  readonly markSaved: (draft: Draft | null) => void;
}

const firstLines = 5;

/** With lines to type into behind those that there are. */
export function withBlanks(lines: readonly SheetLine[], isFixed: boolean): readonly SheetLine[] {
  if (isFixed) return lines;
  const missing = Math.max(1, firstLines - lines.length);
  return [...lines, ...Array.from({ length: missing }, blankLine)];
}

/** The document being written. Leaving or reloading the page and coming back gives back what was not saved yet. */
export function useSheet(initial: SheetState, opened: Draft | null, address: string): SheetEditing {
  const [kept] = useState(() => readBackup(backupKey(address, opened)));
  const [state, setState] = useState<SheetState>(kept?.state ?? initial);
  const [draft, setDraft] = useState<Draft | null>(kept?.draft ?? opened);
  const [saved, setSaved] = useState<SheetState>(initial);
  const key = backupKey(address, draft);
  const isDirty = state !== saved;
  const isWorthKeeping = isDirty && !state.lines.every(isBlank);
  useEffect(() => {
    if (isWorthKeeping) writeBackup(key, { state, draft });
    else forgetBackup(key);
  }, [key, state, draft, isWorthKeeping]);
  useLeaveQuestion(isWorthKeeping);
  const edits = useEdits(setState);
  const replace = useCallback(
    (next: SheetState, nextDraft: Draft | null) => {
      forgetBackup(key);
      setState(next);
      setSaved(next);
      setDraft(nextDraft);
    },
    [key],
  );
  return {
    state,
    draft,
    isDirty,
    isRestored: kept !== undefined && isDirty,
    ...edits,
    replace,
    markSaved: (nextDraft) => replace(state, nextDraft),
  };
}

/** A browser asks before it closes a tab; the desktop keeps what was typed over a restart. */
function useLeaveQuestion(asks: boolean): void {
  useEffect(() => {
    if (!asks || desktop() !== undefined) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [asks]);
}

type SetState = (change: (state: SheetState) => SheetState) => void;

function useEdits(setState: SetState) {
  return useMemo(() => {
    const setLines = (change: (lines: readonly SheetLine[]) => readonly SheetLine[]): void =>
      setState((state) => ({ ...state, lines: change(state.lines) }));
    return {
      setHead: (change: Partial<SheetHead>) =>
        setState((state) => ({ ...state, head: { ...state.head, ...change } })),
      changeLine: (key: string, change: Partial<SheetLine>) =>
        setLines((lines) => lines.map((line) => (line.key === key ? { ...line, ...change } : line))),
      addLine: () => setLines((lines) => [...lines, blankLine()]),
      removeLine: (key: string) =>
        setLines((lines) => {
          const left = lines.filter((line) => line.key !== key);
          return left.length === 0 ? [blankLine()] : left;
        }),
      fill: (key: string, changes: readonly Partial<SheetLine>[]) =>
        setLines((lines) => {
          const start = lines.findIndex((line) => line.key === key);
          if (start < 0) return lines;
          const missing = Math.max(0, start + changes.length + 1 - lines.length);
          const all = [...lines, ...Array.from({ length: missing }, blankLine)];
          return all.map((line, index) => ({ ...line, ...changes[index - start] }));
        }),
      setLines: (lines: readonly SheetLine[]) => setLines(() => lines),
      unlink: (from: 'order' | 'origin') =>
        setState(({ head, lines }) => ({
          head: { ...head, ...(from === 'order' ? { orderId: null } : { originId: null }) },
          lines: lines.map((line) => ({ ...line, open: null, orderLine: null, originLine: null })),
        })),
    };
  }, [setState]);
}
