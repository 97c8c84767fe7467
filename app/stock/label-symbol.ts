import type { BusinessDay } from '../core/business-day.ts';
import { isGtin } from './barcode.ts';

/** The bars of a label: which symbology, and what they say. */
export interface LabelSymbol {
  readonly kind: 'ean13' | 'ean8' | 'upca' | 'itf14' | 'code128';
  readonly text: string;
}

/** EAN and its kin where the number is one, else Code 128; the product's code where it has no barcode. */
export function symbolOf({
  barcode,
  code,
}: {
  readonly barcode: string | null;
  readonly code: string;
}): LabelSymbol | null {
  const text = barcode ?? code;
  if (isGtin(text)) {
    const kinds = { 8: 'ean8', 12: 'upca', 13: 'ean13', 14: 'itf14' } as const;
    return { kind: kinds[text.length as 8 | 12 | 13 | 14], text };
  }
  // Code 128 has no Chinese and no full-width characters.
  return /^[ -~]+$/u.test(text) ? { kind: 'code128', text } : null;
}

/** What element strings can carry (GS1 General Specifications, character set 82). */
const elementData = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/u;

interface BatchOnLabel {
  readonly barcode: string | null;
  readonly lot: string;
  readonly expiryDay: BusinessDay | null;
}

/**
 * The elements of a GS1 DataMatrix with item, expiry and batch, in this order so that only the last has no fixed length; null
 * where the item has no GTIN or the batch has characters that no element can carry.
 */
export function batchElements({ barcode, lot, expiryDay }: BatchOnLabel): string | null {
  if (barcode === null || !isGtin(barcode) || !elementData.test(lot)) return null;
  const expiry = expiryDay === null ? '' : `17${expiryDay.slice(2).replaceAll('-', '')}`;
  return `01${barcode.padStart(14, '0')}${expiry}10${lot}`;
}
