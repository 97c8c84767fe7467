// oxlint-disable-next-line typescript/triple-slash-reference -- the page sees this file through the type of the router, and its project does not list the declaration
/// <reference path="./gs1-barcode-parser-mod.d.ts" />
import { parseBarcode } from 'gs1-barcode-parser-mod';

import type { GsElement } from '#app/stock/element-string.ts';

/**
 * The elements of a GS1 element string, `(01)…` or with GS after elements of variable length; undefined where it is none. Which
 * identifiers there are and how long their data is comes from a table kept by others; what dates mean is decided by
 * `readContent`, since the parser takes its century from the clock and lets a thirteenth month pass.
 */
export function readElements(text: string): GsElement[] | undefined {
  try {
    return parseBarcode(text).parsedCodeItems.map(({ ai, raw }) => ({ ai, value: raw ?? '' }));
  } catch (error) {
    // The parser throws texts for what it cannot read, and nothing else.
    if (typeof error === 'string') return undefined;
    throw error;
  }
}
