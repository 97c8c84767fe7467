/** All lengths are millimetres. */
export interface LabelSize {
  readonly name: '40x30' | '60x40' | 'a4-3x8' | 'a4-5x13';
  /** The page that the printer takes in: one label from a roll, or a sheet of many. */
  readonly page: { readonly width: number; readonly height: number };
  readonly label: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  /** From the left and upper edge of the sheet to its first label, and between labels. */
  readonly margins: SheetMargins;
}

export interface SheetMargins {
  readonly left: number;
  readonly top: number;
  readonly gapX: number;
  readonly gapY: number;
}

const a4 = { width: 210, height: 297 } as const;
const none: SheetMargins = { left: 0, top: 0, gapX: 0, gapY: 0 };

function roll(name: '40x30' | '60x40', width: number, height: number): LabelSize {
  const label = { width, height };
  return { name, page: label, label, columns: 1, rows: 1, margins: none };
}

/** Rolls for label printers and the two sheets that are sold most; their margins can be changed. */
export const labelSizes: readonly LabelSize[] = [
  roll('40x30', 40, 30),
  roll('60x40', 60, 40),
  {
    name: 'a4-3x8',
    page: a4,
    label: { width: 70, height: 37 },
    columns: 3,
    rows: 8,
    margins: { left: 0, top: 0.5, gapX: 0, gapY: 0 },
  },
  {
    name: 'a4-5x13',
    page: a4,
    label: { width: 38, height: 21 },
    columns: 5,
    rows: 13,
    margins: { left: 4.8, top: 10.7, gapX: 2.6, gapY: 0.2 },
  },
];

export function labelSize(name: string): LabelSize {
  const found = labelSizes.find((size) => size.name === name) ?? labelSizes[0];
  if (found === undefined) throw new RangeError('there are no label sizes');
  return found;
}

export interface Place {
  /** From 0. */
  readonly page: number;
  /** Of the label's corner on its page. */
  readonly left: number;
  readonly top: number;
}

/** Where label number `index` (from 0) stands when `skipped` places of the first sheet are already used. */
export function placeOf(size: LabelSize, margins: SheetMargins, index: number, skipped: number): Place {
  const perPage = size.columns * size.rows;
  const at = index + (perPage === 1 ? 0 : skipped);
  const onPage = at % perPage;
  const column = onPage % size.columns;
  const row = Math.floor(onPage / size.columns);
  return {
    page: Math.floor(at / perPage),
    left: round(margins.left + column * (size.label.width + margins.gapX)),
    top: round(margins.top + row * (size.label.height + margins.gapY)),
  };
}

/** Whether the last column and row still lie on the sheet. */
export function fitsSheet(size: LabelSize, margins: SheetMargins): boolean {
  const width = margins.left + size.columns * size.label.width + (size.columns - 1) * margins.gapX;
  const height = margins.top + size.rows * size.label.height + (size.rows - 1) * margins.gapY;
  return round(width) <= size.page.width && round(height) <= size.page.height;
}

function round(millimetres: number): number {
  return Math.round(millimetres * 1000) / 1000;
}
