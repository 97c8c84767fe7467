import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { AbcXyz } from '#app/forecast/demand/abc-xyz.ts';

import type { Default, Instant, Json } from './columns.ts';

export interface ForecastRunTable {
  id: string;
  as_of: BusinessDay;
  created_at: Instant;
  parameters: Json;
}

export interface ForecastTable {
  run_id: string;
  product_id: string;
  method: string;
  demand_class: string;
  per_week: number;
  detail: Json;
  /** Null in plans from before it was known. */
  abc_xyz: Default<AbcXyz | null>;
}

export interface ReorderPlanTable {
  id: string;
  as_of: BusinessDay;
  status: 'open' | 'ordered' | 'replaced';
  run_id: string;
  parameters: Json;
  created_at: Instant;
  version: Default<number>;
}

export interface ReorderLineTable {
  plan_id: string;
  product_id: string;
  available: number;
  on_order: number;
  demand_per_day: number;
  lead_days: number;
  review_days: number;
  safety_stock: number;
  suggested: number;
  ordered: number;
  status: Default<'proposed' | 'accepted' | 'dropped'>;
  parts: Json;
  /** As the line was worked out; null in lines from before policies. */
  moq: Default<number | null>;
  pack_size: Default<number | null>;
  terms: Default<Json>;
}

export interface PurchaseOrderTable {
  id: string;
  number: string;
  supplier_id: string;
  day: BusinessDay;
  expected_day: BusinessDay | null;
  status: 'draft' | 'sent' | 'confirmed' | 'partly_received' | 'closed' | 'cancelled';
  plan_id: string | null;
  import_id: string | null;
  note: Default<string>;
  /** The number that the supplier gave it. */
  supplier_number: Default<string>;
  sent_at: Default<Instant | null>;
  confirmed_at: Default<Instant | null>;
  /** Where it is to arrive. */
  warehouse_id: Default<string | null>;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface PurchaseReceiptTable {
  order_id: string;
  order_line: number;
  document_id: string;
  /** Negative where a receipt was taken back. */
  quantity: number;
}

export interface PurchaseLineTable {
  order_id: string;
  line: number;
  product_id: string;
  quantity: number;
  received: Default<number>;
  /** What the supplier will send; null until it said. */
  confirmed: Default<number | null>;
  unit_price_fen: Fen | null;
}
