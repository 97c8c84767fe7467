import type { Generated } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

import type { EntryRole } from '#app/stock/stock-words.ts';

import type { Default, Instant, Json } from './columns.ts';

export interface DocumentKindTable {
  code: string;
  prefix: string;
}

export interface DocumentCounterTable {
  kind: string;
  device: string;
  day: BusinessDay;
  last: number;
}

export interface StockDocumentTable {
  id: string;
  kind: string;
  number: string;
  day: BusinessDay;
  partner_id: string | null;
  reverses_id: string | null;
  import_id: string | null;
  note: Default<string>;
  /** What the person wrote, as {@link StockSheet}; null where lines came from elsewhere. */
  content: Default<Json | null>;
  warehouse_id: Default<string | null>;
  to_warehouse_id: Default<string | null>;
  /** The document that this one answers: the dispatch of an arrival, the issue of a return. */
  origin_id: Default<string | null>;
  purchase_order_id: Default<string | null>;
  customer_order_id: Default<string | null>;
  reason: Default<string>;
  actor: Default<string>;
  posted_at: Instant;
}

export interface StockDraftTable {
  id: string;
  kind: string;
  status: Default<'draft' | 'posted' | 'discarded'>;
  day: BusinessDay;
  partner_id: string | null;
  content: Json;
  document_id: Default<string | null>;
  actor: string;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface StockLedgerTable {
  /** The order of posting. */
  seq: Generated<number>;
  document_id: string;
  line: number;
  /** The document's. */
  kind: string;
  role: Default<EntryRole>;
  day: BusinessDay;
  product_id: string;
  warehouse_id: string;
  lot_id: string | null;
  /** 0 only for a variance: cost that moves without goods. */
  quantity: number;
  /** Of the whole line, with the sign of its movement. */
  cost_fen: Fen;
}

/** What a product's stock in one warehouse cost in all: averages are worked out from here, never stored. */
export interface StockPoolTable {
  product_id: string;
  warehouse_id: string;
  quantity: number;
  cost_fen: Fen;
}

export interface StockAnchorTable {
  product_id: string;
  warehouse_id: string;
  lot_key: string;
  day: BusinessDay;
  document_id: string;
  /** As counted. */
  quantity: number;
}

export interface StockBalanceTable {
  product_id: string;
  warehouse_id: string;
  lot_key: string;
  lot_id: string | null;
  on_hand: number;
}

/** A line of a document that came from a file. */
export interface ImportedLineTable {
  fingerprint: string;
  document_id: string;
}
