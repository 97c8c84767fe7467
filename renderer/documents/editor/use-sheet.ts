import { useCallback, useEffect, useMemo, useState } from 'react';
import { blankLine, isBlank } from './sheet-state.ts';
import type { SheetHead, SheetLine, SheetState } from './sheet-state.ts';

export interface SheetEditing {
  readonly state: SheetState;
  /** Changed since it was loaded or saved. */
  readonly isDirty: boolean;
  readonly setHead: (change: Partial<SheetHead>) => void;
  readonly changeLine: (key: string, change: Partial<SheetLine>) => void;
  readonly addLine: () => void;
  readonly removeLine: (key: string) => void;
  /** Changes of successive lines, beginning with `key`; lines are added as they are needed. */
  readonly fill: (key: string, changes: readonly Partial<SheetLine>[]) => void;
  readonly setLines: (lines: readonly SheetLine[]) => void;
  readonly replace: (state: SheetState) => void;
  /** What stands there now is kept elsewhere. */
  readonly markSaved: () => void;
}

const firstLines = 5;

/** With lines to type into behind those that there are. */
export function withBlanks(lines: readonly SheetLine[], isFixed: boolean): readonly SheetLine[] {
  if (isFixed) return lines;
  const missing = Math.max(1, firstLines - lines.length);
  return [...lines, ...Array.from({ length: missing }, blankLine)];
}

/** The document being written. Reloading the page gives back what was not saved yet; leaving it asks first. */
export function useSheet(initial: SheetState, backupKey: string): SheetEditing {
  const [state, setState] = useState<SheetState>(() => readBackup(backupKey) ?? initial);
  const [saved, setSaved] = useState<SheetState>(initial);
  const isDirty = state !== saved;
  useEffect(() => {
    const isEmpty = state.lines.every(isBlank);
    if (!isDirty || isEmpty) sessionStorage.removeItem(backupKey);
    else sessionStorage.setItem(backupKey, JSON.stringify(state));
    if (!isDirty || isEmpty) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [state, isDirty, backupKey]);
  const edits = useEdits(setState);
  const replace = useCallback((next: SheetState) => {
    setState(next);
    setSaved(next);
  }, []);
  return {
    state,
    isDirty,
    ...edits,
    replace,
    markSaved: () => setSaved(state),
  };
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
    };
  }, [setState]);
}

function readBackup(key: string): SheetState | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as SheetState);
}

/** Forgets what was not saved, as after posting. */
export function forgetBackup(key: string): void {
  sessionStorage.removeItem(key);
}
