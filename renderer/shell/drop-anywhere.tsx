import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';
import { setDroppedFile } from './dropped-file.ts';
import classes from './frame.module.css';

function holdsFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** A file dropped anywhere on the window goes to the import page. Without this the browser would leave the application to show it. */
export function DropAnywhere() {
  const t = useText();
  const [, navigate] = useLocation();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  useEffect(() => {
    const reset = (): void => {
      depth.current = 0;
      setOver(false);
    };
    const enter = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      depth.current += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      depth.current -= 1;
      if (depth.current <= 0) reset();
    };
    const hover = (event: DragEvent): void => {
      if (holdsFile(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      setDroppedFile(file);
      navigate('/imports');
    };
    // Caught on the way down as well: a drop zone inside may keep the drop to itself, and the cover must go then too.
    const windowListeners = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const;
    for (const [name, listener] of Object.entries(windowListeners))
      addEventListener(name, listener as EventListener);
    addEventListener('drop', reset, true);
    addEventListener('dragend', reset);
    return () => {
      for (const [name, listener] of Object.entries(windowListeners))
        removeEventListener(name, listener as EventListener);
      removeEventListener('drop', reset, true);
      removeEventListener('dragend', reset);
    };
  }, [navigate]);
  if (!over) return null;
  return (
    <div className={classes['dropCover']} aria-hidden>
      <IconFileImport size={40} stroke={1.25} />
      {t.shell.drop.title}
      <small>{t.shell.drop.hint}</small>
    </div>
  );
}
