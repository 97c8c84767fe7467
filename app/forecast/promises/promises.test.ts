import { expect, test } from 'vitest';
import { addDays, businessDay } from '../../core/business-day.ts';
import { cleanDemand } from '../demand/clean-demand.ts';
import { accuracyFigures, addSums, compare, noSums } from './accuracy.ts';
import { firstPromisedWeek, lastKnownWeek, planPromise } from './plan-promise.ts';
import { scoreOverride } from './score-override.ts';
import { soldByWeek } from './sold-weeks.ts';

const sunday = businessDay('2026-11-22');

test('a promise begins with the first whole week that is not known', () => {
  expect([firstPromisedWeek(sunday), lastKnownWeek(sunday)]).toEqual(['2026-11-23', '2026-11-16']);
  const wednesday = addDays(sunday, -4);
  expect([firstPromisedWeek(wednesday), lastKnownWeek(wednesday)]).toEqual(['2026-11-23', '2026-11-09']);
});

test('weeks of a forecast become calendar weeks by their days', () => {
  const weeks = [70, 0, 70, 70, 70, 70, 70, 70, 14, 0];
  const forecast = { weeks, weekSigma: 0 };
  expect(planPromise(forecast, sunday).expected).toEqual(weeks.slice(0, 8));
  // Known until Wednesday: four days lie between, so three days of a week come from the one and four from the next.
  expect(planPromise(forecast, addDays(sunday, -4)).expected).toEqual([30, 40, 70, 70, 70, 70, 70, 38]);
  const { low, high } = planPromise({ weeks, weekSigma: 10 }, sunday);
  expect(low[0]).toBeLessThan(60);
  expect(high[0]).toBeGreaterThan(80);
});

test('accuracy, bias, coverage and value added follow from the sums', () => {
  const promised = { expected: 8, low: 5.5, high: 9.4, naive: 5, average: 12 };
  const sums = [10, 5, 11].map((sold) => compare(promised, sold)).reduce(addSums, noSums);
  expect(sums).toEqual({ compared: 3, inside: 2, sold: 26, error: -2, absolute: 8, naive: 11, average: 10 });
  expect(accuracyFigures(sums)).toEqual({
    accuracy: 1 - 8 / 26,
    bias: -2 / 26,
    coverage: 2 / 3,
    overNaive: 3 / 26,
    overAverage: 2 / 26,
  });
  expect(accuracyFigures(noSums)).toBeNull();
});

test('what was sold counts whole, but not of weeks that are not over or in which stock ran out', () => {
  const monday = businessDay('2026-10-05');
  const at = (offset: number) => addDays(monday, offset);
  const lines = [0, 3, 7, 14, 15, 16, 21, 28].map((day) => ({
    day: at(day),
    quantity: day === 14 ? 99 : 2,
    orderId: `${day}`,
  }));
  const stockOuts = [{ firstDay: at(8), lastDay: at(9) }];
  const sold = soldByWeek(lines, cleanDemand({ lines, stockOuts, marks: [], movedIn: [] }, at(30)));
  expect([0, 7, 14, 21, 28].map((day) => sold(at(day)))).toEqual([4, undefined, 103, 2, undefined]);
});

test('person or system: whoever ordered nearer to what was needed', () => {
  const facts = { suggested: 60, ordered: 100, available: 20, onOrder: 10, safetyStock: 15, sold: 110 };
  expect(scoreOverride(facts)).toEqual({ needed: 95, nearer: 'person' });
  expect(scoreOverride({ ...facts, sold: 70 })).toEqual({ needed: 55, nearer: 'system' });
  expect(scoreOverride({ ...facts, sold: 95 })).toEqual({ needed: 80, nearer: 'neither' });
  expect(scoreOverride({ ...facts, sold: 0 }).needed).toBe(0);
});
