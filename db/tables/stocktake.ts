import type { BusinessDay } from '#app/core/business-day.ts';

import type { Default, Instant, Json } from './columns.ts';

export interface StocktakeTable {
  id: string;
  number: string;
  warehouse_id: string;
  day: BusinessDay;
  scope: Json;
  blind: Default<0 | 1>;
  status: 'counting' | 'closed' | 'cancelled';
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
  /** Whether movements since the freeze are in the count; null until a person says, where there are any. */
  moved: Default<'included' | 'after' | null>;
  recount: Default<0 | 1>;
  note: Default<string>;
  /** The document that booked the difference. */
  document_id: Default<string | null>;
  version: Default<number>;
}
