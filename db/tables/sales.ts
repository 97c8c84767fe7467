import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

import type { Default, Instant } from './columns.ts';

export interface SalesOrderTable {
  id: string;
  number: string;
  day: BusinessDay;
  partner_id: string | null;
  consultant_id: string | null;
  region: Default<string>;
  province: Default<string>;
  city: Default<string>;
  mode: 'history' | 'issue';
  document_id: string | null;
  import_id: string | null;
  version: Default<number>;
  created_at: Instant;
}

export interface SalesLineTable {
  id: string;
  order_id: string;
  line: number;
  day: BusinessDay;
  product_id: string;
  warehouse_id: string | null;
  quantity: number;
  unit_price_fen: Fen | null;
  amount_fen: Fen | null;
  fingerprint: string | null;
  import_id: string | null;
}
