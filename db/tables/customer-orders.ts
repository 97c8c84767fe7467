import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

import type { Default, Instant } from './columns.ts';

export interface CustomerOrderTable {
  id: string;
  number: string;
  partner_id: string | null;
  warehouse_id: string;
  day: BusinessDay;
  due_day: BusinessDay | null;
  status: 'open' | 'partly_issued' | 'closed' | 'cancelled';
  note: Default<string>;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface CustomerOrderLineTable {
  order_id: string;
  line: number;
  product_id: string;
  quantity: number;
  issued: Default<number>;
  unit_price_fen: Fen | null;
}

export interface CustomerOrderIssueTable {
  order_id: string;
  order_line: number;
  document_id: string;
  /** Negative where an issue was taken back. */
  quantity: number;
}
