import type { PlannedCalendarDay, PlannedWeather } from '#app/exchange/planned-types.ts';
import { newId } from '#db/ids.ts';

import type { CommitBatch, CommitRequest } from './commit-types.ts';
import type { Identities } from './identities.ts';

const weatherColumns = ['high', 'low', 'condition', 'wind', 'warning'] as const;

/** Weather, holidays and promotions of the file: new ones as rows, those that give way to it as changes. */
export function* calendarRows(request: CommitRequest, identities: Identities): Generator<CommitBatch> {
  const { plan, importId, now } = request;
  yield {
    kind: 'rows',
    table: 'weather',
    columns: ['city', 'day', ...weatherColumns, 'known_on', 'import_id'],
    rows: plan.weather
      .filter(isNew)
      .map((one) => [one.city, one.day, ...weatherColumns.map((name) => one[name]), one.knownOn, importId]),
  };
  yield {
    kind: 'rows',
    table: 'calendar_day',
    columns: ['day', 'kind', 'name', 'import_id', 'updated_at'],
    rows: plan.calendarDays.filter(isNew).map(({ day, kind, name }) => [day, kind, name, importId, now]),
  };
  yield {
    kind: 'calendar',
    weather: plan.weather.filter((one) => !one.isNew),
    days: plan.calendarDays.filter((one) => !one.isNew),
  };
  yield* promotionRows(request, identities);
}

const isNew = (one: PlannedWeather | PlannedCalendarDay): boolean => one.isNew;

function* promotionRows(
  { plan, importId, now }: CommitRequest,
  identities: Identities,
): Generator<CommitBatch> {
  const promotions = plan.promotions.map((promotion) => ({ id: newId(), ...promotion }));
  yield {
    kind: 'rows',
    table: 'promotion',
    columns: [
      'id',
      'name',
      'first_day',
      'last_day',
      'discount',
      'scope',
      'category',
      'note',
      'import_id',
      'created_at',
      'updated_at',
    ],
    rows: promotions.map((one) => [
      one.id,
      one.name,
      one.firstDay,
      one.lastDay,
      one.discount,
      one.scope,
      one.category,
      one.note,
      importId,
      now,
      now,
    ]),
  };
  yield {
    kind: 'rows',
    table: 'promotion_product',
    columns: ['promotion_id', 'product_id', 'discount'],
    rows: promotions.flatMap(({ id, products }) =>
      products.map(({ code, discount }) => [id, identities.product(code), discount]),
    ),
  };
}
