import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { drawLines } from '../../ui/typing/walk-cells.ts';

interface DrawnBlockProps {
  /** Keys of its lines. */
  readonly keys: readonly string[];
  /** Drawn wherever it is. */
  readonly always: boolean;
  /** The cursor goes there when the sheet opens. */
  readonly isFirst: boolean;
  readonly children: () => ReactNode;
}

const rowHeight = 33;
/** How far outside the window lines are drawn: further than ↑ ↓ and Enter go at once. */
const margin = '400px 0px';

/**
 * A block of lines that is drawn while it is near the window or being typed into; else a gap of its height, so that two thousand
 * lines open and are typed into as quickly as twenty.
 */
export function DrawnBlock({ keys, always, isFirst, children }: DrawnBlockProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const height = useRef<number | null>(null);
  const [isNear, setNear] = useState(isFirst);
  const [isTyped, setTyped] = useState(false);
  const isDrawn = always || isNear || isTyped;
  useEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last === undefined) return;
        // What a message under a field adds stays in the gap.
        if (!last.isIntersecting) height.current = last.boundingClientRect.height;
        setNear(last.isIntersecting);
      },
      // Of what scrolls: the window's own margin would not reach into it.
      { root: element.closest('table')?.parentElement ?? null, rootMargin: margin },
    );
    const onFocus = (): void => setTyped(true);
    const onBlur = ({ relatedTarget }: FocusEvent): void =>
      setTyped(relatedTarget instanceof Node && element.contains(relatedTarget));
    // Drawn before the event returns: the cursor goes there next.
    const onWanted = (): void => flushSync(() => setNear(true));
    element.addEventListener(drawLines, onWanted);
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', onBlur);
    observer.observe(element);
    return () => {
      observer.disconnect();
      element.removeEventListener(drawLines, onWanted);
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', onBlur);
    };
  }, []);
  return (
    <tbody ref={body} data-lines={isDrawn ? undefined : keys.join(' ')}>
      {isDrawn ? (
        children()
      ) : (
        <tr aria-hidden style={{ height: height.current ?? keys.length * rowHeight }} />
      )}
    </tbody>
  );
}

/** The row of a line, scrolled to and drawn first where it is not; nothing where there is no such line. */
export async function drawnRow(root: HTMLElement, key: string): Promise<HTMLElement | null> {
  const find = (): HTMLElement | null => root.querySelector(`tr[data-line="${key}"]`);
  for (let tries = 0; tries < 20 && find() === null; tries++) {
    const gap = root.querySelector(`tbody[data-lines~="${key}"]`);
    if (gap === null) return null;
    gap.scrollIntoView({ block: 'center' });
    gap.dispatchEvent(new Event(drawLines));
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return find();
}
