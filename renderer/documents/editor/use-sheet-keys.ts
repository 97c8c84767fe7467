import { useEffect, useRef } from 'react';

interface SheetKeys {
  readonly onPost: () => void;
  readonly onSave: () => void;
}

/** F9 posts and Ctrl S saves wherever the cursor is on the page, but in a dialog; never what an input method is composing. */
export function useSheetKeys(keys: SheetKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isSave = event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey);
      if (event.isComposing || (event.key !== 'F9' && !isSave)) return;
      event.preventDefault();
      if (event.repeat || document.querySelector('[aria-modal="true"]') !== null) return;
      if (isSave) latest.current.onSave();
      else latest.current.onPost();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
