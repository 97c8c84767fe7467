import { closureColumns, promotionColumns } from './product-columns.ts';
import { makeUpColumns, monthColumns, offsetIn, seasonColumns, weekdayColumns } from './calendar-columns.ts';
import type { Span } from './calendar-columns.ts';
import type { EventCalendar, NamedDays, ProductDays } from './calendar.ts';
import { designOf } from './design.ts';
import type { Design, EffectColumn } from './design.ts';
import { festivalColumns, namedColumns, springFestival } from './named-columns.ts';
import { weatherColumns } from './weather-columns.ts';

/** Waves a year of the season: the finest is two months long. */
const usualWaves = 6;

/** The columns that all products of one place share: made once, used for each of them. */
export function sharedColumns(span: Span, calendar: EventCalendar, waves = usualWaves): EffectColumn[] {
  return [
    ...weekdayColumns(span),
    ...monthColumns(span),
    ...seasonColumns(span, waves),
    ...makeUpColumns(span, calendar.makeUpDays),
    ...namedColumns(span, namedOutside(calendar)),
    ...festivalColumns(span, calendar.lunarNewYears),
    ...weatherColumns(span, calendar.weather),
  ];
}

/** 春节 has a window of its own: as a holiday, it would share every one of its days with it. */
function namedOutside({ named, lunarNewYears }: EventCalendar): readonly NamedDays[] {
  if (lunarNewYears.length === 0) return named;
  return named.filter(({ kind, name }) => kind !== 'holiday' || name !== springFestival);
}

/** The regressors of one product: the shared ones of the same span, its promotions and its closed days. */
export function productDesign(span: Span, shared: readonly EffectColumn[], product: ProductDays): Design {
  const closed = new Uint8Array(span.length);
  for (const day of product.closed) {
    const offset = offsetIn(span, day);
    if (offset >= 0 && offset < span.length) closed[offset] = 1;
  }
  return designOf(span.firstDay, closed, [
    ...shared,
    ...promotionColumns(span, product.promotions),
    ...closureColumns(span, closed),
  ]);
}
