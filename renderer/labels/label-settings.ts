import { useLocalStorage } from '@mantine/hooks';
import type { PrinterDpi } from './bar-width.ts';
import type { LabelSize, SheetMargins } from './label-sizes.ts';

export const labelContents = ['name', 'code', 'price', 'barcode', 'shelf', 'lot', 'matrix'] as const;
export type LabelContent = (typeof labelContents)[number];
type LabelPurpose = 'shelf' | 'product';

/** How this machine's printer prints labels. */
export interface LabelSettings {
  readonly purpose: LabelPurpose;
  readonly size: LabelSize['name'];
  readonly dpi: PrinterDpi;
  readonly shown: Readonly<Record<LabelPurpose, readonly LabelContent[]>>;
  /** Millimetres by which everything is moved: right and down are positive. */
  readonly offset: { readonly x: number; readonly y: number };
  /** Where they differ from those of the sheet as sold. */
  readonly margins: Readonly<Partial<Record<LabelSize['name'], SheetMargins>>>;
}

const defaults: LabelSettings = {
  purpose: 'product',
  size: '40x30',
  dpi: 203,
  shown: {
    shelf: ['name', 'code', 'price', 'barcode', 'shelf'],
    product: ['name', 'code', 'barcode', 'lot', 'matrix'],
  },
  offset: { x: 0, y: 0 },
  margins: {},
};

/** Kept on this machine: another one has another printer. */
export function useLabelSettings(): readonly [LabelSettings, (change: Partial<LabelSettings>) => void] {
  const [stored, setStored] = useLocalStorage<Partial<LabelSettings>>({
    key: 'zongdai.labels',
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const settings = { ...defaults, ...stored };
  return [settings, (change) => setStored({ ...settings, ...change })];
}
