import type { BusinessDay } from '#app/core/business-day.ts';
import type { StocktakeStatus } from '#app/stock/count-states.ts';

import type { Default, Instant, Json } from './columns.ts';

export interface StocktakeTable {
  id: string;
  number: string;
  warehouse_id: string;
  /** The last day on which something of it was counted; the day of its documents. */
  day: BusinessDay;
  scope: Json;
  blind: Default<0 | 1>;
  status: StocktakeStatus;
  /** The last ledger entry that the book quantities hold. */
  frozen_seq: number;
  note: Default<string>;
  actor: string;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface StocktakeLineTable {
  stocktake_id: string;
  line: number;
  product_id: string;
  lot_id: string | null;
  /** On hand when the list was frozen. */
  book: number;
  counted: Default<number | null>;
  counted_at: Default<Instant | null>;
  counted_by: Default<string>;
  /** The last ledger entry since the freeze of which a person said whether the count holds it. */
  moved_seq: Default<number | null>;
  /** Sum of the movements since the freeze that the count holds. */
  included: Default<number>;
  recount: Default<0 | 1>;
  note: Default<string>;
  /** The document that booked the difference. */
  document_id: Default<string | null>;
  version: Default<number>;
}

/** Documents that a stocktake posted, also those taken back since. */
export interface StocktakeDocumentTable {
  document_id: string;
  stocktake_id: string;
}
