import { useLocalStorage } from '@mantine/hooks';
import type { OpeningLine } from './opening-lines.ts';

function blankLine(warehouse: string): OpeningLine {
  return {
    key: crypto.randomUUID(),
    product: null,
    text: '',
    warehouse,
    lot: '',
    expiry: '',
    quantity: null,
  };
}

const firstLines = 8;

function blankLines(warehouse: string): readonly OpeningLine[] {
  return Array.from({ length: firstLines }, () => blankLine(warehouse));
}

export interface OpeningLines {
  readonly lines: readonly OpeningLine[];
  readonly change: (key: string, change: Partial<OpeningLine>) => void;
  /** A new line at the end, in the warehouse of the last. */
  readonly add: () => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
  /** Changes of successive lines, beginning with `key`; lines are added as they are needed. */
  readonly fill: (key: string, changes: readonly Partial<OpeningLine>[]) => void;
}

/** The lines being typed; kept on this machine until they are posted, so that nothing typed is lost to a closed window. */
export function useOpeningLines(defaultWarehouse: string): OpeningLines {
  const [lines, setLines] = useLocalStorage<readonly OpeningLine[]>({
    key: 'zongdai.opening.lines',
    defaultValue: blankLines(defaultWarehouse),
    getInitialValueInEffect: false,
  });
  return {
    lines,
    change: (key, change) =>
      setLines((current) => current.map((line) => (line.key === key ? { ...line, ...change } : line))),
    add: () => setLines((current) => [...current, blankLine(current.at(-1)?.warehouse ?? defaultWarehouse)]),
    remove: (key) =>
      setLines((current) => {
        const left = current.filter((line) => line.key !== key);
        return left.length === 0 ? blankLines(defaultWarehouse) : left;
      }),
    fill: (key, changes) =>
      setLines((current) => {
        const start = current.findIndex((line) => line.key === key);
        if (start < 0) return current;
        const missing = Math.max(0, start + changes.length - current.length);
        const last = current.at(-1)?.warehouse ?? defaultWarehouse;
        const all = [...current, ...Array.from({ length: missing }, () => blankLine(last))];
        return all.map((line, index) => ({ ...line, ...changes[index - start] }));
      }),
    clear: () => setLines(blankLines(defaultWarehouse)),
  };
}
