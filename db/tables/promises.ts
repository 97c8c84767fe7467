import type { BusinessDay } from '#app/core/business-day.ts';
import type { OverrideReason } from '#app/forecast/promises/override-reasons.ts';

import type { Default, Instant, Json } from './columns.ts';

export interface ForecastPromiseTable {
  product_id: string;
  /** The Monday of the first of eight weeks. */
  week: BusinessDay;
  method: string;
  /** 1 where it was worked out later, with what was known then. */
  replayed: 0 | 1;
  /** Sales until here were known. */
  known_until: BusinessDay;
  /** Units a week, eight of each. */
  expected: Json;
  low: Json;
  high: Json;
  /** What the last whole week sold. */
  naive: number;
  /** What the last eight whole weeks sold, a week. */
  average: number;
  created_at: Instant;
}

export interface AccuracySumColumns {
  compared: number;
  inside: number;
  sold: number;
  error: number;
  absolute: number;
  naive: number;
  average: number;
}

export interface AccuracyWeekTable extends AccuracySumColumns {
  /** The Monday of the week that was promised. */
  week: BusinessDay;
  horizon: number;
  replayed: 0 | 1;
}

export interface AccuracyProductTable extends AccuracySumColumns {
  /** 0 holds all. */
  horizon: number;
  product_id: string;
}

export interface AccuracyStateTable {
  id: 1;
  known_until: BusinessDay;
  /** Of the promises that were there. */
  newest_week: BusinessDay;
  computed_at: Instant;
}

/** What a person ordered in place of what was suggested, and why. */
export interface ReorderOverrideTable {
  plan_id: string;
  product_id: string;
  as_of: BusinessDay;
  suggested: number;
  ordered: number;
  reason: OverrideReason;
  note: Default<string>;
  actor: string;
  created_at: Instant;
}
