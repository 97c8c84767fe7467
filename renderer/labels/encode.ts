import bwip from 'bwip-js/generic';
import type { LabelSymbol } from '#app/stock/label-symbol.ts';

/** A symbol in modules, without its quiet zones. */
type Modules =
  | { readonly kind: 'bars'; readonly width: number; readonly bars: readonly Bar[] }
  | {
      readonly kind: 'dots';
      readonly width: number;
      readonly height: number;
      readonly bars: readonly DotRun[];
    };

/** A bar by its first module and its width. */
export interface Bar {
  readonly at: number;
  readonly width: number;
}

/** Dark modules beside each other in one row. */
interface DotRun extends Bar {
  readonly row: number;
}

/** Fails with an Error where the text does not fit the symbology. */
export function encodeBars({ kind, text }: LabelSymbol): Modules {
  const [symbol] = bwip.raw(kind, text, {});
  if (symbol === undefined || !('sbs' in symbol)) throw new Error(`not a linear symbol: ${kind}`);
  const bars: Bar[] = [];
  let at = 0;
  for (const [place, width] of symbol.sbs.entries()) {
    if (place % 2 === 0) bars.push({ at, width });
    at += width;
  }
  return { kind: 'bars', width: at, bars };
}

/** A GS1 DataMatrix; the elements without brackets, only the last of variable length. */
export function encodeElements(elements: string): Modules {
  const [symbol] = bwip.raw('datamatrix', `^FNC1${elements}`, { parsefnc: true });
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('not a matrix symbol');
  const { pixs, pixx, pixy } = symbol;
  const bars: DotRun[] = [];
  for (let row = 0; row < pixy; row++) {
    let at = 0;
    while (at < pixx) {
      let end = at;
      while (end < pixx && pixs[row * pixx + end] === 1) end++;
      if (end > at) bars.push({ row, at, width: end - at });
      at = end + 1;
    }
  }
  return { kind: 'dots', width: pixx, height: pixy, bars };
}

/** Light modules that must stay free at the left and right of a symbol. */
export function quietZones({ kind }: LabelSymbol): { readonly left: number; readonly right: number } {
  if (kind === 'ean13') return { left: 11, right: 7 };
  if (kind === 'ean8') return { left: 7, right: 7 };
  if (kind === 'upca') return { left: 9, right: 9 };
  return { left: 10, right: 10 };
}

/** An SVG path in modules: bars of the given height, or square dots. */
export function pathOf(modules: Modules, height: number): string {
  return modules.kind === 'bars'
    ? modules.bars.map(({ at, width }) => `M${at} 0h${width}v${height}h-${width}z`).join('')
    : modules.bars.map(({ at, width, row }) => `M${at} ${row}h${width}v1h-${width}z`).join('');
}
