import type { WrittenKind } from '#app/stock/stock-words.ts';

/** What is written by scanning, by the last part of its address. */
export const scanKinds = {
  receive: { kind: 'receipt', goods: 'in', partner: 'supplier', order: true },
  issue: { kind: 'issue', goods: 'out', partner: 'customer', order: true },
  return: { kind: 'customer_return', goods: 'in', partner: 'customer', order: false },
  transfer: { kind: 'transfer_out', goods: 'out', partner: null, order: false },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly kind: WrittenKind;
      readonly goods: 'in' | 'out';
      readonly partner: 'supplier' | 'customer' | null;
      readonly order: boolean;
    }
  >
>;

export type ScanKind = keyof typeof scanKinds;

export function isScanKind(text: string): text is ScanKind {
  return Object.hasOwn(scanKinds, text);
}
