import type { BusinessDay } from '#app/core/business-day.ts';
import type { MarkKind } from '#app/forecast/demand/types.ts';

import type { Default, Instant } from './columns.ts';

/** What a person said of the demand of some days; see {@link MarkKind}. */
export interface DemandMarkTable {
  id: string;
  product_id: string;
  first_day: BusinessDay;
  last_day: BusinessDay;
  kind: MarkKind;
  quantity: number | null;
  other_product_id: string | null;
  note: Default<string>;
  actor: string;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

/** What a person said a young product will sell like. */
export interface LookAlikeTable {
  product_id: string;
  other_product_id: string;
  /** 80 where it will sell four fifths of what the other sold. */
  factor_percent: Default<number>;
  actor: string;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}
