import type { OutputOf } from '../api/contract.ts';
import type { Lasting } from './lanes.ts';

export type Month = OutputOf<'calendar.month'>;
export type MonthDay = Month['days'][number];
export type MonthEvent = Month['events'][number];
export type MonthPromotion = Month['promotions'][number];
export type MonthClosure = Month['closures'][number];

/** What lasts some days, as a bar of the month. */
export type MonthItem = Lasting & { readonly key: string; readonly name: string } & (
    | { readonly tone: 'promotion'; readonly promotion: MonthPromotion }
    | { readonly tone: 'event'; readonly event: MonthEvent }
    | { readonly tone: 'closure'; readonly closure: MonthClosure }
  );

/** Everything of a month that lasts; promotions first, because they are what people plan. */
export function monthItems({ promotions, events, closures }: Month): MonthItem[] {
  return [
    ...promotions.map((promotion) => ({
      tone: 'promotion' as const,
      key: promotion.id,
      name: promotion.name,
      firstDay: promotion.firstDay,
      lastDay: promotion.lastDay,
      promotion,
    })),
    ...events.map((event) => ({
      tone: 'event' as const,
      key: event.added?.id ?? `${event.name} ${event.firstDay}`,
      name: event.name,
      firstDay: event.firstDay,
      lastDay: event.lastDay,
      event,
    })),
    ...closures.map((closure) => ({
      tone: 'closure' as const,
      key: closure.id,
      name: `${closure.supplier} ${closure.name}`,
      firstDay: closure.firstDay,
      lastDay: closure.lastDay,
      closure,
    })),
  ];
}

/** Those of one day. */
export function itemsOn(items: readonly MonthItem[], day: string): MonthItem[] {
  return items.filter(({ firstDay, lastDay }) => firstDay <= day && lastDay >= day);
}
