import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { ProductKind } from './stock-words.ts';

export interface ScannedProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly barcode: string | null;
  readonly packSize: number;
  readonly kind: ProductKind;
  readonly status: 'active' | 'inactive';
  /** Every movement of it names its batch. */
  readonly lotControl: boolean;
  readonly shelfLifeDays: number | null;
  readonly listPrice: Fen | null;
  readonly purchasePrice: Fen | null;
  /** 货位. */
  readonly shelf: string;
  /** In the warehouse that was asked about; null where none was. */
  readonly onHand: number | null;
}

/** The batch that a scan named; `lotId` null where the store does not know it yet. */
export interface ScannedLot {
  readonly lotId: string | null;
  readonly code: string;
}

export interface ScanMatch {
  readonly product: ScannedProduct;
  /** Base units that the scan stands for: 12 for a case of twelve. */
  readonly quantity: number;
  /** What it was found by. */
  readonly by: 'barcode' | 'pack' | 'case' | 'code' | 'search';
  readonly lot: ScannedLot | null;
  /** As the code says, else as the store knows the batch. */
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
}

/**
 * Why a scan is not simply taken: nothing has the code (`unknown`), digits were misread (`checkDigit`), an element string cannot
 * be read or has impossible data (`elements.damaged`, `elements.invalid`); or, with matches that a person should confirm: the
 * case is not registered and its content is the product's pack size (`case.assumed`), elements were told apart by guessing
 * (`separator.lost`), the code's days are not those of the known batch (`lot.differs`), the product is no longer sold
 * (`product.inactive`).
 */
export type ScanProblemCode =
  | 'unknown'
  | 'checkDigit'
  | 'elements.damaged'
  | 'elements.invalid'
  | 'case.assumed'
  | 'separator.lost'
  | 'lot.differs'
  | 'product.inactive';

export interface ScanProblem {
  readonly code: ScanProblemCode;
  /** Data as text, not prose. */
  readonly found: string;
  readonly expected: string;
}

/** What was read, whatever it was found to mean. */
export interface ScanReading {
  /** Without what the scanner put around it; GS shown as `|`. */
  readonly text: string;
  readonly symbology: string;
  readonly gtin: string | null;
  readonly sscc: string | null;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly serial: string | null;
  readonly count: number | null;
}

/** What a scan means. Several matches: the barcode is shared, and the person chooses. */
export interface ScanResult {
  readonly read: ScanReading;
  readonly matches: readonly ScanMatch[];
  readonly problem: ScanProblem | null;
}
