import { batchElements, symbolOf } from '#app/stock/label-symbol.ts';
import type { OutputOf } from '../api/contract.ts';
import { barWidth, onDots } from './bar-width.ts';
import type { PrinterDpi } from './bar-width.ts';
import { encodeBars, encodeElements, pathOf, quietZones } from './encode.ts';
import type { LabelContent } from './label-settings.ts';
import type { LabelSize, Place } from './label-sizes.ts';

export type LabelItem = OutputOf<'labels.ofProducts'>[number];

/** A symbol as it is drawn: millimetres on the label, its path in modules. */
export interface DrawnSymbol {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Millimetres. */
  readonly module: number;
  readonly path: string;
}

export type LabelTrouble = 'noBars' | 'noBarsWords' | 'noMatrix';

export interface Drawing {
  readonly bars: (DrawnSymbol & { readonly text: string }) | null;
  readonly matrix: DrawnSymbol | null;
  readonly troubles: readonly LabelTrouble[];
}

/** Empty millimetres at the edge, where cutters and rollers are not exact. */
export function paddingOf({ label }: LabelSize): number {
  return label.height < 25 ? 1 : 1.5;
}

export function barHeight({ label }: LabelSize): number {
  return Math.round(label.height * 0.3);
}

/** The symbols of a label, on whole printer dots wherever on its page the label stands. */
export function drawLabel(
  item: LabelItem,
  shown: readonly LabelContent[],
  size: LabelSize,
  dpi: PrinterDpi,
  place: Pick<Place, 'left'>,
): Drawing {
  const troubles: LabelTrouble[] = [];
  const bars = shown.includes('barcode') ? drawBars(item, size, dpi, place, troubles) : null;
  const matrix =
    shown.includes('matrix') && item.lot !== null ? drawMatrix(item, size, dpi, place, troubles) : null;
  return { bars, matrix, troubles };
}

function drawBars(
  item: LabelItem,
  size: LabelSize,
  dpi: PrinterDpi,
  place: Pick<Place, 'left'>,
  troubles: LabelTrouble[],
): Drawing['bars'] {
  const symbol = symbolOf(item);
  if (symbol === null) {
    troubles.push('noBarsWords');
    return null;
  }
  const modules = encodeBars(symbol);
  const quiet = quietZones(symbol);
  // Quiet zones may reach into the padding: they are empty too.
  const width = barWidth('bars', modules.width + quiet.left + quiet.right, size.label.width - 1, dpi);
  if (width === undefined) {
    troubles.push('noBars');
    return null;
  }
  const height = barHeight(size);
  const drawn = modules.width * width.module;
  const middle = (size.label.width - width.total) / 2 + quiet.left * width.module;
  return {
    left: onDots(place.left + middle, dpi) - place.left,
    width: drawn,
    height,
    module: width.module,
    path: pathOf(modules, height / width.module),
    text: symbol.text,
  };
}

function drawMatrix(
  item: LabelItem,
  size: LabelSize,
  dpi: PrinterDpi,
  place: Pick<Place, 'left'>,
  troubles: LabelTrouble[],
): DrawnSymbol | null {
  const elements = batchElements({ ...item, lot: item.lot ?? '' });
  const modules = elements === null ? null : encodeElements(elements);
  const available = Math.min(14, size.label.height * 0.42);
  const width = modules === null ? undefined : barWidth('dots', modules.width + 2, available, dpi);
  if (modules === null || width === undefined) {
    troubles.push('noMatrix');
    return null;
  }
  const side = modules.width * width.module;
  const left = size.label.width - paddingOf(size) - side;
  return {
    left: onDots(place.left + left, dpi) - place.left,
    width: side,
    height: side,
    module: width.module,
    path: pathOf(modules, 0),
  };
}
