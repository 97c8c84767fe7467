import { dayNumber } from '../../core/business-day.ts';
import type { DayWeather } from './calendar.ts';
import { column, offsetIn } from './calendar-columns.ts';
import type { Span } from './calendar-columns.ts';
import type { EffectColumn } from './design.ts';

/**
 * Warmer and colder than usual for the time of year (each its own effect, for 5 °C), rain against its usual share, and typhoon
 * warnings. Days without known weather count as usual ones, so that beyond the weather forecast climatology holds.
 */
export function weatherColumns(span: Span, weather: readonly DayWeather[]): EffectColumn[] {
  if (weather.length === 0) return [];
  const anomaly = temperatureAnomalies(weather);
  const rains = weather.flatMap(({ rain }) => (rain === undefined || !Number.isFinite(rain) ? [] : [rain]));
  const usualRain = rains.length === 0 ? 0 : rains.reduce((sum, rain) => sum + rain, 0) / rains.length;
  const warm = new Float64Array(span.length);
  const rain = new Float64Array(span.length);
  const typhoon = new Float64Array(span.length);
  for (const [position, one] of weather.entries()) {
    const day = offsetIn(span, one.day);
    if (day < 0 || day >= span.length) continue;
    warm[day] = (anomaly[position] ?? 0) / 5;
    if (one.rain !== undefined && Number.isFinite(one.rain)) rain[day] = one.rain - usualRain;
    typhoon[day] = one.typhoon === true ? 1 : 0;
  }
  const shown = (name: string, spread: number) =>
    ({ key: `weather:${name}`, kind: 'weather', name, spread }) as const;
  return [
    column(span, shown('warm', 0.1), (day) => Math.max(0, warm[day] ?? 0)),
    column(span, shown('cold', 0.1), (day) => Math.max(0, -(warm[day] ?? 0))),
    column(span, shown('rain', 0.15), (day) => rain[day] ?? 0),
    column(span, shown('typhoon', 0.4), (day) => typhoon[day] ?? 0),
  ];
}

/** Days of weather below which a year cannot be told: the anomaly is then against the mean. */
const yearOfWeather = 300;

/**
 * Difference of each day's temperature from the usual one of that day of the year, °C: the usual one is a mean and, with enough
 * days, a yearly wave, by least squares. Unknown temperatures have no difference.
 */
export function temperatureAnomalies(weather: readonly DayWeather[]): Float64Array {
  const turns = weather.map(({ day }) => (2 * Math.PI * dayNumber(day)) / 365.2425);
  const known = weather.map(({ temperature }) =>
    temperature !== undefined && Number.isFinite(temperature) ? temperature : Number.NaN,
  );
  const usual = new Float64Array(weather.length);
  const shapes: ((turn: number) => number)[] = [() => 1];
  if (known.filter((value) => !Number.isNaN(value)).length >= yearOfWeather) shapes.push(Math.sin, Math.cos);
  // Gauss–Seidel on three nearly orthogonal shapes: twenty rounds are far beyond what the thermometer gives.
  const weights = shapes.map(() => 0);
  for (let round = 0; round < 20; round += 1) {
    for (const [position, shape] of shapes.entries()) {
      let up = 0;
      let down = 0;
      for (const [day, value] of known.entries()) {
        if (Number.isNaN(value)) continue;
        const height = shape(turns[day] ?? 0);
        up += height * (value - (usual[day] ?? 0));
        down += height * height;
      }
      const change = down === 0 ? 0 : up / down;
      weights[position] = (weights[position] ?? 0) + change;
      for (const [day, turn] of turns.entries()) usual[day] = (usual[day] ?? 0) + change * shape(turn);
    }
  }
  return Float64Array.from(known, (value, day) => (Number.isNaN(value) ? 0 : value - (usual[day] ?? 0)));
}
