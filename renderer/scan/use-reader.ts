import { useEffect, useRef, useState } from 'react';
import { emptyReader, readKey, readKeyUp, readText, settledDigit, settlesAfter } from './reader.ts';
import type { Reader, ReaderAction, Step } from './reader.ts';

/** Fields that are written in keep their keys; a scan is still a scan there. */
function writtenIn(target: EventTarget | null): HTMLInputElement | HTMLTextAreaElement | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && !target.readOnly ? target : null;
}

/** A button that was reached by keyboard answers to Enter itself. */
function isChosenButton(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button:focus-visible, a:focus-visible');
}

interface ReaderOptions {
  readonly onAction: (action: ReaderAction) => void;
  /** Lone digits answer at once, without Enter. */
  readonly chooses: boolean;
}

/**
 * Collects keys wherever the focus is, and gives what has been typed so far. No field is focused, so that an input method has
 * nothing to write into; where it takes keys all the same, their places say what they are.
 */
export function useReader({ onAction, chooses }: ReaderOptions): { text: string; isWaiting: boolean } {
  const reader = useRef<Reader>(emptyReader);
  const [text, setText] = useState('');
  const [isWaiting, setWaiting] = useState(false);
  const latest = useRef({ onAction, chooses });
  useEffect(() => {
    latest.current = { onAction, chooses };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const took = ({ reader: next, action }: Pick<Step, 'reader' | 'action'>): void => {
      reader.current = next;
      setText(next.text);
      setWaiting(false);
      clearTimeout(timer);
      if (action !== null) latest.current.onAction(action);
      else if (next.text !== '') timer = setTimeout(settle, settlesAfter + 10);
    };
    const settle = (): void => {
      const settled = latest.current.chooses ? settledDigit(reader.current, performance.now()) : undefined;
      if (settled !== undefined) took(settled);
      else timer = setTimeout(() => setWaiting(reader.current.text.length > 5), 1500);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (writtenIn(event.target) !== null) return;
      if (reader.current.text === '' && isChosenButton(event.target) && /^(?:Enter| )$/u.test(event.key))
        return;
      const step = readKey(reader.current, event, event.timeStamp);
      if (!step.handled) return;
      event.preventDefault();
      event.stopPropagation();
      took(step);
    };
    const onKeyUp = (event: KeyboardEvent): void => {
      const next = readKeyUp(reader.current, event.key, event.timeStamp);
      if (next !== reader.current) took({ reader: next, action: null });
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (writtenIn(event.target) !== null) return;
      const pasted = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (pasted === '') return;
      event.preventDefault();
      took({ reader: readText(reader.current, pasted, event.timeStamp), action: null });
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('keyup', onKeyUp, true);
    window.addEventListener('paste', onPaste);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('keyup', onKeyUp, true);
      window.removeEventListener('paste', onPaste);
    };
  }, []);
  return { text, isWaiting };
}
