import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

import type { Default, Instant } from './columns.ts';

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
  posted_at: Instant;
}

export interface StockLedgerTable {
  id: string;
  document_id: string;
  line: number;
  day: BusinessDay;
  product_id: string;
  warehouse_id: string;
  lot_id: string | null;
  quantity: number;
  cost_fen: Fen | null;
}

export interface StockBalanceTable {
  product_id: string;
  warehouse_id: string;
  lot_key: string;
  lot_id: string | null;
  on_hand: number;
}
