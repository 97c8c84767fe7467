import type { BusinessDay } from '#app/core/business-day.ts';
import { hasCheckDigit } from '#app/stock/barcode.ts';
import { readContent } from '#app/stock/element-string.ts';
import type { GsContent } from '#app/stock/element-string.ts';
import { readingsWithoutSeparators } from '#app/stock/lost-separators.ts';
import { groupSeparator } from '#app/stock/scan-text.ts';
import type { ScanText } from '#app/stock/scan-text.ts';

import { readElements } from './read-elements.ts';

/** The readings of one element string: as it stands, and as it would be if the scanner had dropped its separators. */
export interface ElementReadings {
  readonly plain: GsContent;
  readonly guessed: readonly GsContent[];
}

/**
 * Reads an element string; undefined where the text is none. Without a sign of FNC1 it is taken for one only if it names an item
 * whose check digit is right: a long number from elsewhere hardly ever does.
 */
export function readElementString(scan: ScanText, today: BusinessDay): ElementReadings | undefined {
  const elements = readElements(scan.elements);
  if (elements === undefined || elements.length === 0) return undefined;
  const plain = readContent(elements, today);
  const named = plain.gtin ?? plain.sscc;
  if (!scan.isElementString && (named === null || !hasCheckDigit(named))) return undefined;
  const mayHaveLost = !scan.elements.includes(groupSeparator) && !scan.elements.startsWith('(');
  const others = mayHaveLost ? readingsWithoutSeparators(elements, today) : [];
  return { plain, guessed: others.map((reading) => readContent(reading, today)) };
}
