import type { BusinessDay } from '../core/business-day.ts';
import type { AddedDayKind, EventKind } from './calendar-words.ts';

/** What a day is called: by the published notice, or by a person, who then gives a version to change it by. */
export interface NamedDay {
  readonly kind: AddedDayKind;
  readonly name: string;
  /** Null where the published notice says it. */
  readonly version: number | null;
}

export interface MonthEvent {
  readonly name: string;
  readonly kind: EventKind;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  /** Null for those that every year has (618, 双11). */
  readonly added: { readonly id: string; readonly version: number } | null;
}

export interface MonthWeather {
  /** Observed, forecast for the week ahead, or only what is usual at this time of year. */
  readonly source: 'observed' | 'forecast' | 'usual';
  readonly high: number | null;
  readonly low: number | null;
  readonly condition: string;
  readonly warning: string;
}

export interface MonthDay {
  readonly day: BusinessDay;
  readonly inMonth: boolean;
  readonly named: NamedDay | null;
  readonly weather: MonthWeather | null;
}
