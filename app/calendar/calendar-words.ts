import type { NamedDays } from '../forecast/events/calendar.ts';

/** What a promotion is for. */
export const promotionScopes = ['all', 'category', 'products'] as const;
export type PromotionScope = (typeof promotionScopes)[number];

/** A day that people add to the public calendar: off, or a weekend day that is worked (调休). */
export const addedDayKinds = ['holiday', 'workday'] as const;
export type AddedDayKind = (typeof addedDayKinds)[number];

/** As the forecast tells them apart; see {@link NamedDays}. */
export const eventKinds = ['holiday', 'event', 'period'] as const satisfies readonly NamedDays['kind'][];
export type EventKind = (typeof eventKinds)[number];

/** Basis points: a discount of 100 % is 10,000. */
export const wholePrice = 10_000;
