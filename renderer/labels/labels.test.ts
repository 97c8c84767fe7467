import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit } from '#app/stock/barcode.ts';
import { symbolOf } from '#app/stock/label-symbol.ts';
import { barWidth, printerDots } from './bar-width.ts';
import { encodeBars, encodeElements, pathOf } from './encode.ts';
import { fitsSheet, labelSize, labelSizes, placeOf } from './label-sizes.ts';

/** The modules that a path fills, as a row of 0 and 1. */
function darkModules(path: string, width: number): string {
  const row = Array.from({ length: width }, () => '0');
  for (const [, at = '', length = ''] of path.matchAll(/M(\d+) 0h(\d+)v/gu)) {
    row.fill('1', Number(at), Number(at) + Number(length));
  }
  return row.join('');
}

// GS1 General Specifications, “EAN/UPC symbology”: number sets A, B and C, and which of A and B stand for the first digit.
const setA = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];
const inverted = (bits: string): string => [...bits].map((bit) => (bit === '1' ? '0' : '1')).join('');
const setC = setA.map(inverted);
const setB = setC.map((bits) => [...bits].toReversed().join(''));
const firstDigits = [
  'AAAAAA',
  'AABABB',
  'AABBAB',
  'AABBBA',
  'ABAABB',
  'ABBAAB',
  'ABBBAA',
  'ABABAB',
  'ABABBA',
  'ABBABA',
];

function readEan13(bits: string): string {
  expect([bits.slice(0, 3), bits.slice(45, 50), bits.slice(92)]).toEqual(['101', '01010', '101']);
  let sets = '';
  let text = '';
  for (let place = 0; place < 12; place++) {
    const start = place < 6 ? 3 + place * 7 : 50 + (place - 6) * 7;
    const digit = bits.slice(start, start + 7);
    const set = place >= 6 ? setC : setA.includes(digit) ? setA : setB;
    if (place < 6) sets += set === setA ? 'A' : 'B';
    text += set.indexOf(digit);
  }
  return firstDigits.indexOf(sets) + text;
}

test('an EAN-13 on a label is the number that stands below it', () => {
  const twelve = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(twelve, (digits) => {
      const barcode = digits + checkDigit(digits);
      const symbol = symbolOf({ barcode, code: 'X' });
      expect(symbol).toEqual({ kind: 'ean13', text: barcode });
      if (symbol === null) return;
      const modules = encodeBars(symbol);
      expect(readEan13(darkModules(pathOf(modules, 10), modules.width))).toBe(barcode);
    }),
  );
});

test.each([
  [
    { barcode: '96385074', code: 'A' },
    { kind: 'ean8', text: '96385074' },
  ],
  [
    { barcode: '012345678905', code: 'A' },
    { kind: 'upca', text: '012345678905' },
  ],
  [
    { barcode: '6901234567893', code: 'A' },
    { kind: 'code128', text: '6901234567893' },
  ],
  [
    { barcode: null, code: 'X091-5' },
    { kind: 'code128', text: 'X091-5' },
  ],
  [{ barcode: null, code: '面膜' }, null],
])('%j is printed as %j', (product, symbol) => {
  expect(symbolOf(product)).toEqual(symbol);
});

test('a DataMatrix has its finder pattern', () => {
  const modules = encodeElements('01069012345678921728013110B1');
  expect(modules.kind === 'dots' && modules.width === modules.height).toBe(true);
  const dark = new Set<string>();
  for (const [, at, row, length] of pathOf(modules, 0).matchAll(/M(\d+) (\d+)h(\d+)v/gu)) {
    for (let place = 0; place < Number(length); place++) dark.add(`${Number(at) + place} ${row}`);
  }
  const last = modules.width - 1;
  for (let place = 0; place <= last; place++) {
    expect(dark.has(`0 ${place}`)).toBe(true);
    expect(dark.has(`${place} ${last}`)).toBe(true);
    expect(dark.has(`${place} 0`)).toBe(place % 2 === 0);
    expect(dark.has(`${last} ${place}`)).toBe(place % 2 === 1);
  }
});

test.each([203, 300, 600] as const)(
  'at %i dpi every module is whole dots, and an EAN-13 fits every size',
  (dpi) => {
    for (const { label } of labelSizes) {
      const width = barWidth('bars', 113, label.width - 2, dpi);
      expect(width, `${label.width} mm`).toBeDefined();
      if (width === undefined) continue;
      expect(Number.isInteger(width.dots)).toBe(true);
      expect(width.module * printerDots[dpi]).toBeCloseTo(width.dots, 9);
      expect(width.total).toBeLessThanOrEqual(label.width - 2);
      expect(width.module).toBeGreaterThanOrEqual(0.165);
    }
    expect(barWidth('bars', 300, 36, dpi)).toBeUndefined();
  },
);

test.each(labelSizes.map((size) => [size.name, size] as const))(
  '%s: labels lie on the sheet and on no other label',
  (_, size) => {
    expect(fitsSheet(size, size.margins)).toBe(true);
    const count = size.columns * size.rows;
    const places = Array.from({ length: count + 1 }, (_unused, index) =>
      placeOf(size, size.margins, index, 0),
    );
    expect(places.map(({ page }) => page)).toEqual([...Array.from({ length: count }, () => 0), 1]);
    for (const [index, a] of places.slice(0, count).entries()) {
      expect(a.left + size.label.width).toBeLessThanOrEqual(size.page.width);
      expect(a.top + size.label.height).toBeLessThanOrEqual(size.page.height);
      for (const b of places.slice(0, index)) {
        const apart =
          Math.abs(a.left - b.left) >= size.label.width || Math.abs(a.top - b.top) >= size.label.height;
        expect(apart).toBe(true);
      }
    }
  },
);

test('a sheet that is partly used goes on where it ended; rolls have no places to skip', () => {
  const sheet = labelSize('a4-3x8');
  expect(placeOf(sheet, sheet.margins, 0, 4)).toEqual({ page: 0, left: 70, top: 37.5 });
  expect(placeOf(sheet, sheet.margins, 20, 4)).toEqual({ page: 1, left: 0, top: 0.5 });
  const roll = labelSize('40x30');
  expect(placeOf(roll, roll.margins, 3, 2)).toEqual({ page: 3, left: 0, top: 0 });
});
