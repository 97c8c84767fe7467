import { readWholeNumber } from '../ui/read-whole-number.ts';

/** What a key asks of the table of suggestions while no quantity is being typed. */
export type LineAction =
  | { readonly kind: 'walk'; readonly by: number }
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  | { readonly kind: 'edit'; readonly text: string | null }
  | { readonly kind: 'accept' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'undo' };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** True while an input method is composing: its Enter and Space are not ours. */
  readonly isComposing: boolean;
}

const plain: Readonly<Record<string, LineAction>> = {
  ArrowDown: { kind: 'walk', by: 1 },
  ArrowUp: { kind: 'walk', by: -1 },
  Enter: { kind: 'walk', by: 1 },
  PageDown: { kind: 'walk', by: 10 },
  PageUp: { kind: 'walk', by: -10 },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  F2: { kind: 'edit', text: null },
  ' ': { kind: 'accept' },
  Delete: { kind: 'drop' },
  x: { kind: 'drop' },
  z: { kind: 'undo' },
};

/** The action of a key, or undefined for a key that is left to the browser. */
export function lineAction(press: KeyPress): LineAction | undefined {
  if (press.isComposing || press.altKey) return undefined;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrlKey || press.metaKey) return key === 'z' ? { kind: 'undo' } : undefined;
  if (/^[0-9]$/u.test(key)) return { kind: 'edit', text: key };
  // Full-width digits come from a Chinese input method left on.
  if (/^[\uFF10-\uFF19]$/u.test(key)) return { kind: 'edit', text: key.normalize('NFKC') };
  if (key === 'Enter' && press.shiftKey) return { kind: 'walk', by: -1 };
  return plain[key];
}

/** What was typed as an order quantity: an integer from 0 up to nine digits; undefined otherwise, and for an empty field. */
export function typedQuantity(text: string): number | undefined {
  return readWholeNumber(text, { min: 0, max: 999_999_999 }) ?? undefined;
}
