import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDay } from '#app/core/business-day.ts';
import { readScan, readTyped, readTypedDay } from './said.ts';
import { select, setUnits } from './line-edits.ts';
import { emptySession, refuse, setTimes, take, undoLast, unitsOf } from './session.ts';
import type { Session, Taking } from './session.ts';

const product = (id: string) => ({
  id,
  code: id,
  name: id,
  unit: '盒',
  lotControl: false,
  shelfLifeDays: null,
});

const taking = (id: string, change: Partial<Taking> & { quantity?: number } = {}): Taking => ({
  match: { product: product(id), quantity: change.quantity ?? 1 },
  lot: null,
  times: 1,
  text: id,
  orderLine: null,
  unitPrice: null,
  tone: 'good',
  problem: null,
  ...change,
});
const lot = (code: string, expiryDay: string | null = null) => ({ code, productionDay: null, expiryDay });

test('scans of one product and batch come together, others do not', () => {
  let session = take(emptySession, taking('a', { lot: lot('L1') }));
  session = take(session, taking('a', { lot: lot('L1', '2027-01-01'), quantity: 12, times: 2 }));
  session = take(session, taking('a', { lot: lot('L2') }));
  expect(session.lines.map((line) => [line.lot?.code, line.lot?.expiryDay, line.quantity])).toEqual([
    ['L1', '2027-01-01', 25],
    ['L2', null, 1],
  ]);
});

test('a number says how often the last scan counts', () => {
  const cases = take(take(emptySession, taking('a')), taking('b', { quantity: 12 }));
  const three = setTimes(refuse(cases, '???', { code: 'unknown', found: '???', expected: '' }), 3);
  expect(three?.lines.map(({ quantity }) => quantity)).toEqual([1, 36]);
  expect(setTimes(emptySession, 3)).toBeUndefined();
  expect(setTimes(cases, 0)).toBeUndefined();
});

test('a line is chosen, changed and taken away by keyboard', () => {
  const two = take(take(emptySession, taking('a')), taking('b'));
  const first = select(select(two, -1), -1);
  expect(first.selected).toBe(0);
  expect(select(first, -1).selected).toBe(0);
  const changed = setUnits(first, 0, 40);
  expect(changed.lines[0]?.quantity).toBe(40);
  // The scan of that line is no longer the one to undo.
  expect(undoLast(undoLast(changed)).lines.map(({ quantity }) => quantity)).toEqual([40]);
  expect(setUnits(first, 0, 0).lines.map((line) => line.product.id)).toEqual(['b']);
});

test('undoing everything leaves nothing, and after every step the units are those of the scans', () => {
  const scan = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    lot: fc.constantFrom(null, lot('L1'), lot('L2')),
    quantity: fc.constantFrom(1, 6, 12),
    times: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(scan, { maxLength: 30 }), (scans) => {
      let session: Session = emptySession;
      for (const { id, ...rest } of scans) session = take(session, taking(id, rest));
      for (let left = scans.length; left > 0; left--) {
        const units = scans.slice(0, left).reduce((sum, one) => sum + one.quantity * one.times, 0);
        expect(unitsOf(session.lines)).toBe(units);
        session = undoLast(session);
      }
      expect(session.lines).toEqual([]);
    }),
  );
});

test.each([
  ['3', { kind: 'times', times: 3 }],
  ['12*', { kind: 'prefix', times: 12 }],
  ['12*6901234567892', { kind: 'code', text: '6901234567892', times: 12 }],
  ['12 x X091', { kind: 'code', text: 'X091', times: 12 }],
  ['6901234567892', { kind: 'code', text: '6901234567892', times: 1 }],
  ['X091', { kind: 'code', text: 'X091', times: 1 }],
  ['0*A', { kind: 'code', text: '0*A', times: 1 }],
])('%s typed means %j', (text, said) => {
  expect(readTyped(text)).toEqual(said);
});

test.each([
  ['', { times: 1, texts: ['690'] }],
  ['12*', { times: 12, texts: ['690'] }],
  ['12 x ', { times: 12, texts: ['690'] }],
  ['010', { times: 1, texts: ['010690', '690'] }],
  ['3*010', { times: 3, texts: ['010690', '690'] }],
])('%j before a scan of 690 means %j', (before, said) => {
  expect(readScan('690', before)).toEqual(said);
});

test('a quantity that came as fast as the scan is still one', () => {
  expect(readScan('*690', '8')).toEqual({ times: 8, texts: ['690'] });
  expect(readScan('8*690', '')).toEqual({ times: 8, texts: ['690'] });
  expect(readScan('3X091', '')).toEqual({ times: 1, texts: ['3X091'] });
});

test.each([
  ['2027-06-30', '2027-06-30'],
  ['20270630', '2027-06-30'],
  ['270630', '2027-06-30'],
  ['270600', '2027-06-30'],
  ['2027.6.3', '2027-06-03'],
  ['2027年6月3日', '2027-06-03'],
  ['20270631', undefined],
  ['L1', undefined],
])('%s typed as a day is %s', (text, day) => {
  expect(readTypedDay(text, businessDay('2026-11-22'))).toBe(day);
});
