import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { plainCharacters } from '#app/stock/barcode.ts';
import type { CountAction } from './counting.ts';
import classes from './counting.module.css';

interface ScanFieldProps {
  readonly placeholder: string;
  readonly onAction: (action: CountAction) => void;
}

const named: Readonly<Record<string, Exclude<CountAction['kind'], 'text'>>> = {
  Escape: 'cancel',
  F2: 'mode',
  F8: 'undo',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Where scans arrive. It keeps the focus: a scanner does not look where it writes. */
export function ScanField({ placeholder, onAction }: ScanFieldProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const hold = (): void => {
      // After a click on a button or a switch; a dialog would keep it.
      if (document.activeElement === null || document.activeElement === document.body) input.current?.focus();
    };
    hold();
    const again = (): void => void setTimeout(() => input.current?.focus(), 0);
    window.addEventListener('focus', hold);
    window.addEventListener('click', again);
    return () => {
      window.removeEventListener('focus', hold);
      window.removeEventListener('click', again);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const action = named[event.key];
    if (event.key === 'Enter') {
      const said = plainCharacters(event.currentTarget.value).trim();
      setText('');
      onAction(said === '' ? { kind: 'accept' } : { kind: 'text', text: said });
    } else if (action === 'cancel' && text !== '') setText('');
    else if (action !== undefined) onAction({ kind: action });
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className={classes['field']}
      value={text}
      lang="en"
      autoComplete="off"
      spellCheck={false}
      aria-label={placeholder}
      placeholder={placeholder}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      data-scan-field
    />
  );
}
