import type { BusinessDay } from '#app/core/business-day.ts';
import type { AddedDayKind, EventKind, PromotionScope } from '#app/calendar/calendar-words.ts';

import type { Default, Instant } from './columns.ts';

export interface PromotionTable {
  id: string;
  name: string;
  first_day: BusinessDay;
  last_day: BusinessDay;
  /** Taken off the price, in basis points; null where it is not known. */
  discount: number | null;
  scope: PromotionScope;
  category: Default<string>;
  note: Default<string>;
  cancelled_at: Default<Instant | null>;
  import_id: Default<string | null>;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface PromotionProductTable {
  promotion_id: string;
  product_id: string;
  discount: number | null;
}

export interface CalendarDayTable {
  day: BusinessDay;
  kind: AddedDayKind;
  name: string;
  import_id: Default<string | null>;
  version: Default<number>;
  updated_at: Instant;
}

export interface CalendarEventTable {
  id: string;
  name: string;
  kind: EventKind;
  first_day: BusinessDay;
  last_day: BusinessDay;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface SupplierClosureTable {
  id: string;
  partner_id: string;
  name: string;
  first_day: BusinessDay;
  last_day: BusinessDay;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface WeatherTable {
  city: string;
  day: BusinessDay;
  high: number | null;
  low: number | null;
  condition: Default<string>;
  wind: Default<string>;
  warning: Default<string>;
  known_on: BusinessDay;
  import_id: Default<string | null>;
  version: Default<number>;
}
