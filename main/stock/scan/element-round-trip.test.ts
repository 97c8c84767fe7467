import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { checkDigit } from '#app/stock/barcode.ts';
import { batchElements } from '#app/stock/label-symbol.ts';
import { splitScan } from '#app/stock/scan-text.ts';

import { readElementString } from './read-element-string.ts';

const today = businessDay('2026-11-22');
const set82 = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const text = fc.string({ unit: fc.constantFrom(...set82), minLength: 1, maxLength: 20 });
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const gtin = digits(13).map((thirteen) => thirteen + checkDigit(thirteen));
const day = fc.integer({ min: -15_000, max: 17_000 }).map((days) => addDays(today, days));
const sixDigits = (value: string): string => value.slice(2).replaceAll('-', '');

const content = fc.record(
  {
    gtin,
    lot: text,
    serial: text,
    productionDay: day,
    expiryDay: day,
    count: fc.integer({ min: 1, max: 99_999_999 }),
  },
  { requiredKeys: ['gtin'] },
);

type Content = typeof content extends fc.Arbitrary<infer Value> ? Value : never;

function elementsOf(said: Content): { ai: string; value: string; isFixed: boolean }[] {
  const fixed = (ai: string, value: string | undefined) =>
    value === undefined ? [] : [{ ai, value, isFixed: true }];
  const open = (ai: string, value: string | undefined) =>
    value === undefined ? [] : [{ ai, value, isFixed: false }];
  const { productionDay, expiryDay, count } = said;
  return [
    ...fixed('01', said.gtin),
    ...fixed('11', productionDay && sixDigits(productionDay)),
    ...fixed('17', expiryDay && sixDigits(expiryDay)),
    ...open('10', said.lot),
    ...open('21', said.serial),
    ...open('30', count === undefined ? undefined : String(count)),
  ];
}

test('whatever an element string says, in whatever order, is read again', () => {
  const separators = fc.constantFrom('\u001D', '|', '<GS>', '{GS}', '\u001D\u001D', '~');
  const prefixes = fc.constantFrom(']C1', ']d2', ']Q3', '\u001D', '');
  fc.assert(
    fc.property(
      content.chain((said) =>
        fc.tuple(
          fc.constant(said),
          fc.shuffledSubarray(elementsOf(said), { minLength: elementsOf(said).length }),
        ),
      ),
      separators,
      prefixes,
      ([said, elements], separator, prefix) => {
        const written = elements
          .map(({ ai, value, isFixed }, place) =>
            isFixed || place === elements.length - 1 ? ai + value : ai + value + separator,
          )
          .join('');
        const readings = readElementString(splitScan(prefix + written + '\r'), today);
        expect(readings?.plain).toEqual({
          gtin: said.gtin,
          sscc: null,
          lot: said.lot ?? null,
          serial: said.serial ?? null,
          productionDay: said.productionDay ?? null,
          expiryDay: said.expiryDay ?? null,
          count: said.count ?? null,
          invalid: [],
        });
      },
    ),
    { numRuns: 2000 },
  );
});

test('a scanner that drops separators: the right reading is among those that are offered', () => {
  const lot = fc.string({ unit: fc.constantFrom(...'ABC0123456789'), minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(gtin, lot, day, fc.option(lot, { nil: null }), (item, code, expiryDay, serial) => {
      const written = `01${item}10${code}17${sixDigits(expiryDay)}${serial === null ? '' : `21${serial}`}`;
      const readings = readElementString(splitScan(written), today);
      expect(readings?.guessed).toContainEqual(
        expect.objectContaining({ gtin: item, lot: code, expiryDay, serial }),
      );
    }),
    { numRuns: 2000 },
  );
});

test('a label’s DataMatrix says what stands on the label', () => {
  fc.assert(
    fc.property(digits(12), text, fc.option(day, { nil: null }), (twelve, lot, expiryDay) => {
      const barcode = twelve + checkDigit(twelve);
      const elements = batchElements({ barcode, lot, expiryDay });
      const readings = readElementString(splitScan(`]d2${elements}`), today);
      expect(readings?.plain).toMatchObject({ gtin: `0${barcode}`, lot, expiryDay, invalid: [] });
    }),
  );
  expect(batchElements({ barcode: null, lot: 'L1', expiryDay: null })).toBeNull();
  expect(batchElements({ barcode: '6901234567892', lot: '批一', expiryDay: null })).toBeNull();
});
