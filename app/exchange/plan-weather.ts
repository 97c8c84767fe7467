import { addDays } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import { forecastDays } from '../calendar/weather.ts';
import { normaliseText } from './read-text.ts';
import type { RowCursor } from './row-cursor.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

export function weatherKey(city: string, day: BusinessDay): string {
  return `${city}\u001F${day}`;
}

/** °C where weather is weather. */
const coldest = -60;
const hottest = 60;

/** `4°`, `-6℃`, `12 °C`, `4`; undefined where it is none of these. */
export function readDegrees(text: string): number | undefined {
  const plain = normaliseText(text, true).replaceAll('−', '-');
  const value = /^(-?\d{1,2}(?:\.\d+)?)\s*(?:°C?|℃|度|摄氏度)?$/iu.exec(plain)?.[1];
  return value === undefined ? undefined : Number(value);
}

function degrees(cursor: RowCursor, field: 'high' | 'low'): number | null {
  const text = cursor.text(field);
  // What is written where nothing was measured.
  if (text === '' || /^[-—/\\]+$/u.test(text)) return null;
  const value = readDegrees(text);
  if (value === undefined || value < coldest || value > hottest) {
    cursor.note(field, 'temperature.invalid', { expected: `${coldest} … ${hottest}` });
    return null;
  }
  return value;
}

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask): boolean {
  const { cursor } = task;
  const day = cursor.day('day');
  if (day === null && !cursor.refused('day')) cursor.note('day', 'date.missing');
  const city = cursor.text('city') || (cursor.has('city') ? '' : context.known.calendar.weatherCity);
  if (city === '' && !cursor.refused('city')) cursor.note('city', 'city.missing');
  const high = degrees(cursor, 'high');
  const low = degrees(cursor, 'low');
  const [condition, wind, warning] = (['sky', 'wind', 'warning'] as const).map((field) =>
    cursor.text(field),
  ) as [string, string, string];
  if (high === null && low === null && condition === '' && warning === '' && !cursor.rejected)
    cursor.note(null, 'weather.empty');
  if (cursor.rejected || day === null) return false;
  if (high !== null && low !== null && low > high)
    cursor.note('low', 'temperature.order', { found: String(low), expected: String(high) });
  if (day > addDays(context.options.asOf, forecastDays))
    cursor.note('day', 'weather.far', { found: day, expected: String(forecastDays) });
  const key = weatherKey(city, day);
  const content = JSON.stringify([high, low, condition, wind, warning]);
  const same = seenBefore(context, task, `weather\u001F${key}\u001F${content}`);
  const other = seenBefore(context, task, `weather\u001F${key}`);
  if (same !== null) cursor.note(null, 'line.repeated', { found: day, expected: same });
  else if (other !== null) cursor.note('day', 'code.repeated', { found: `${city} ${day}`, expected: other });
  if (same !== null || other !== null) return true;
  const known = context.known.calendar.findWeather(city, day);
  const isForecastStill = day > context.options.asOf;
  if (known?.content === content && (known.knownOn >= day || isForecastStill)) {
    cursor.note(null, 'row.unchanged', { found: `${city} ${day}` });
    return true;
  }
  const values = { city, day, high, low, condition, wind, warning };
  context.weather.push({ ...values, knownOn: context.options.asOf, isNew: known === undefined });
  return false;
}

/** Plans the weather of one sheet: a day of a city each row. What is known already of a day gives way to what the file says. */
export function planWeather(context: PlanContext, task: SheetTask): void {
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task));
    task.tick();
  }
}
