import { drawLabel } from './label-drawing.ts';
import type { Drawing, LabelTrouble } from './label-drawing.ts';
import { mostLabels } from './label-entries.ts';
import type { LabelEntry } from './label-entries.ts';
import type { PlacedLabel } from './label-pages.tsx';
import type { LabelSettings } from './label-settings.ts';
import { labelSize, placeOf } from './label-sizes.ts';

export interface LaidOut {
  readonly pages: readonly (readonly PlacedLabel[])[];
  /** Names of products by what could not be printed of them. */
  readonly troubles: ReadonlyMap<LabelTrouble, readonly string[]>;
}

/** All labels on their pages. Symbols are drawn once for each product and column. */
export function layOut(entries: readonly LabelEntry[], settings: LabelSettings, skipped: number): LaidOut {
  const size = labelSize(settings.size);
  const margins = settings.margins[size.name] ?? size.margins;
  const shown = settings.shown[settings.purpose];
  const drawings = new Map<string, Drawing>();
  const troubles = new Map<LabelTrouble, string[]>();
  const pages: PlacedLabel[][] = [];
  let index = 0;
  for (const { key, item, copies } of entries) {
    for (let copy = 0; copy < copies && index < mostLabels; copy++, index++) {
      const sheetPlace = placeOf(size, margins, index, skipped);
      const place = {
        ...sheetPlace,
        left: sheetPlace.left + settings.offset.x,
        top: sheetPlace.top + settings.offset.y,
      };
      const drawingKey = `${key} ${place.left}`;
      const drawing = drawings.get(drawingKey) ?? drawLabel(item, shown, size, settings.dpi, place);
      drawings.set(drawingKey, drawing);
      if (copy === 0) {
        for (const trouble of drawing.troubles) {
          troubles.set(trouble, [...(troubles.get(trouble) ?? []), item.name]);
        }
      }
      (pages[place.page] ??= []).push({ item, drawing, place });
    }
  }
  return { pages: Array.from(pages, (page) => page ?? []), troubles };
}
