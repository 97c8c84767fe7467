import type { BusinessDay } from '../core/business-day.ts';
import type { EventCalendar, Promotion } from './events/calendar.ts';

/** What a forecast of one product starts from. */
export interface ProductHistory {
  /** Products of one group are sold side by side: they share what does well, and its trend. */
  readonly group: string;
  /** The day of `daily[0]`. */
  readonly firstDay: BusinessDay;
  /** Demand of each day to the last known one; NaN where it is unknown (out of stock), never zero for that. */
  readonly daily: ArrayLike<number>;
  /** Days that an order placed now must cover: lead time + review period. */
  readonly horizonDays: number;
  /** Past and planned. */
  readonly promotions: readonly Promotion[];
  /** What a person said it will sell like while it is young: demand of the other's first days, in units of this product. */
  readonly alike?: ArrayLike<number>;
}

export interface ForecastSetting {
  /** The first day of any product's demand: with a calendar, events are told on this common ground, however products are shared out. */
  readonly firstDay: BusinessDay;
  /** The last day whose demand is known, the same for all. */
  readonly knownUntil: BusinessDay;
  /** The day that is planned on: what is to be covered begins after it. */
  readonly asOf: BusinessDay;
  /** Named days and weather, for the past and half a year ahead; null leaves all events out. */
  readonly calendar: EventCalendar | null;
}
