import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, businessDay, dayNumber, isoWeekday } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import { springFactor } from './calendar.ts';
import { generateSample } from './generate-sample.ts';
import type { SampleData } from './types.ts';

const today = businessDay('2026-11-22');
const data = generateSample({ today });

function unitsByDay({ orders }: SampleData): Map<string, number> {
  const units = new Map<string, number>();
  for (const order of orders) {
    for (const line of order.lines) units.set(order.day, (units.get(order.day) ?? 0) + line.quantity);
  }
  return units;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test('the same day and seed give the same business; another seed gives another', () => {
  expect(generateSample({ today })).toEqual(data);
  expect(generateSample({ today, seed: 7 }).orders.slice(0, 50)).not.toEqual(data.orders.slice(0, 50));
});

test('sizes are those of a believable distributor, and references hold', () => {
  expect(data.products).toHaveLength(80);
  expect(data.consultants).toHaveLength(60);
  expect(data.customers).toHaveLength(2000);
  expect(data.warehouses.filter((warehouse) => warehouse.isDefault)).toHaveLength(1);
  const lines = data.orders.reduce((sum, order) => sum + order.lines.length, 0);
  expect(lines).toBeGreaterThan(25_000);
  expect(lines).toBeLessThan(40_000);
  expect(new Set(data.products.map((product) => product.code)).size).toBe(80);
  expect(new Set(data.products.map((product) => product.name)).size).toBe(80);
  expect(new Set(data.orders.map((order) => order.number)).size).toBe(data.orders.length);
  expect(new Set(data.lots.map((lot) => `${lot.product} ${lot.code}`)).size).toBe(data.lots.length);
  expect(data.orders.at(-1)?.day).toBe('2026-11-21');
  for (const order of data.orders)
    expect(data.customers[order.customer]?.since ?? '9').toSatisfy((day) => day <= order.day);
});

test('barcodes are valid EAN-13 of GS1 China, and no phone is somebody’s', () => {
  for (const { barcode } of data.products) {
    expect(barcode).toMatch(/^69\d{11}$/u);
    const sum = [...barcode].reduce(
      (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
      0,
    );
    expect(sum % 10).toBe(0);
  }
  for (const { phone } of [...data.consultants, ...data.customers])
    expect(phone).toMatch(/^1\d\d\*{4}\d{4}$/u);
});

test('weekdays, 双11 and 春节 show in the sales', () => {
  const units = [...unitsByDay(data)];
  const of = (weekday: number): number =>
    mean(units.filter(([day]) => isoWeekday(businessDay(day)) === weekday).map(([, sold]) => sold));
  expect(of(7)).toBeLessThan(of(1) * 0.7);
  const october = mean(units.filter(([day]) => day.startsWith('2026-10')).map(([, sold]) => sold));
  expect(unitsByDay(data).get('2026-11-11') ?? 0).toBeGreaterThan(october * 2.5);
  const festival = units
    .filter(([day]) => day >= '2026-02-16' && day <= '2026-02-22')
    .map(([, sold]) => sold);
  expect(festival.reduce((sum, sold) => sum + sold, 0)).toBeLessThan(october * 2);
  expect(springFactor(businessDay('2025-01-29'))).toBeLessThan(0.1);
});

test('sunscreen sells in summer', () => {
  const sunscreen = new Set(
    data.products.flatMap((product, index) => (product.subcategory === '防晒' ? [index] : [])),
  );
  const sold = (month: string): number =>
    data.orders
      .filter((order) => order.day.slice(5, 7) === month)
      .flatMap((order) => order.lines)
      .filter((line) => sunscreen.has(line.product))
      .reduce((sum, line) => sum + line.quantity, 0);
  expect(sold('07')).toBeGreaterThan(sold('01') * 3);
});

test('some products run out for weeks, and sell nothing then', () => {
  const held = new Map<number, number>();
  const emptyDays = new Map<number, number>();
  let cursor = 0;
  for (let day = dayNumber(data.firstDay); day <= dayNumber(data.lastDay); day++) {
    while (cursor < data.documents.length && dayNumber(data.documents[cursor]?.day ?? data.lastDay) <= day) {
      for (const line of data.documents[cursor]?.lines ?? []) {
        held.set(line.product, (held.get(line.product) ?? 0) + line.quantity);
      }
      cursor++;
    }
    for (const [product, quantity] of held)
      if (quantity === 0) emptyDays.set(product, (emptyDays.get(product) ?? 0) + 1);
  }
  expect([...emptyDays.values()].filter((days) => days >= 14).length).toBeGreaterThanOrEqual(5);
});

test('whatever the seed and day, no balance of any lot is ever negative and nothing expired is sold', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: dayNumber(businessDay('2021-03-01')), max: 22_500 }),
      (seed, day) => {
        const sample = generateSample({
          today: businessDay(new Date(day * 86_400_000).toISOString().slice(0, 10)),
          seed,
        });
        const balance = new Map<string, number>();
        for (const document of sample.documents) {
          for (const line of document.lines) {
            const key = `${line.product} ${line.warehouse} ${line.lot}`;
            const after = (balance.get(key) ?? 0) + line.quantity;
            if (after < 0) return false;
            if (document.kind === 'issue' && line.lot !== null) {
              if ((sample.lots[line.lot]?.expiryDay ?? '') < document.day) return false;
            }
            balance.set(key, after);
          }
        }
        return true;
      },
    ),
    { numRuns: 5 },
  );
});

test('promotions show in the sales of their products, and one is planned', () => {
  const units = new Map<string, number>();
  for (const { day, lines } of data.orders)
    for (const { product, quantity } of lines) {
      const key = `${product} ${day}`;
      units.set(key, (units.get(key) ?? 0) + quantity);
    }
  const sum = (product: number, first: BusinessDay, days: number): number =>
    Array.from({ length: days }, (_, after) => units.get(`${product} ${addDays(first, after)}`) ?? 0).reduce(
      (total, value) => total + value,
      0,
    );
  const past = data.promotions.filter(({ lastDay }) => lastDay < today);
  let during = 0;
  let around = 0;
  for (const { firstDay, products } of past)
    for (const product of products) {
      during += sum(product, firstDay, 7);
      around += (sum(product, addDays(firstDay, -7), 7) + sum(product, addDays(firstDay, 7), 7)) / 2;
    }
  expect(past.length).toBeGreaterThan(20);
  expect(during / around).toBeGreaterThan(1.5);
  const planned = data.promotions.filter(({ firstDay }) => firstDay > today);
  expect(planned).toHaveLength(1);
  expect(planned[0]?.products.length).toBeGreaterThan(3);
});
