import type { Fen } from '#app/core/fen.ts';
import type { PolicyScope } from '#app/replenishment/policy.ts';

import type { Default, Instant } from './columns.ts';

export interface ReorderPolicyTable {
  id: string;
  scope: PolicyScope;
  product_id: string | null;
  category: string | null;
  supplier_id: string | null;
  review_days: number | null;
  lead_source: 'own' | 'measured' | null;
  lead_days: number | null;
  target: 'service' | 'newsvendor' | null;
  service_level: number | null;
  lost_unit_fen: Fen | null;
  left_unit_fen: Fen | null;
  moq: number | null;
  pack_size: number | null;
  shelf_life_cap: 0 | 1 | null;
  order_cartons: number | null;
  order_fen: Fen | null;
  budget_fen: Fen | null;
  actor: string;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}
