import { expect, test } from 'vitest';
import { abcXyz, variabilityClass } from './abc-xyz.ts';
import { demandClassOf } from './demand-class.ts';

const demand = (days: number, value: (day: number) => number) => {
  const daily = Float64Array.from({ length: days }, (_, day) => value(day));
  const weekly = Float64Array.from({ length: Math.floor(days / 7) }, (_, week) =>
    daily.subarray(week * 7, week * 7 + 7).reduce((sum, units) => sum + units, 0),
  );
  return { daily, weekly };
};

test('demand is none, new, short, dead, or has a pattern', () => {
  expect(demandClassOf(demand(0, () => 1))).toBe('none');
  expect(demandClassOf(demand(27, () => 1))).toBe('new');
  expect(demandClassOf(demand(28, () => 1))).toBe('short');
  expect(demandClassOf(demand(56, () => 1))).toBe('smooth');
  expect(demandClassOf(demand(700, (day) => (day === 0 ? 1 : 0)))).toBe('dead');
  expect(demandClassOf(demand(210, (day) => (day % 28 === 0 ? 5 : 0)))).toBe('intermittent');
});

test('days on which nothing could be sold do not make a product dead', () => {
  const out = demand(400, (day) => (day < 100 ? 2 : NaN));
  expect(demandClassOf(out)).toBe('smooth');
});

test('ABC by money: the product that crosses a border belongs before it', () => {
  const even = Float64Array.of(5, 5, 5);
  const classes = abcXyz([
    { id: 'a', amount: 700, weekly: even },
    { id: 'b', amount: 200, weekly: even },
    { id: 'c', amount: 60, weekly: even },
    { id: 'd', amount: 40, weekly: even },
    { id: 'e', amount: -40, weekly: even },
  ]);
  expect([...classes.values()].map(({ money }) => money).join('')).toBe('AABCC');
});

test('XYZ by the variation of the weeks that are known', () => {
  expect(variabilityClass(Float64Array.of(5, NaN, 6, 5))).toBe('X');
  expect(variabilityClass(Float64Array.of(1, 9, 5))).toBe('Y');
  expect(variabilityClass(Float64Array.of(0, 0, 0, 9))).toBe('Z');
  expect(variabilityClass(Float64Array.of(NaN))).toBe('Z');
});
