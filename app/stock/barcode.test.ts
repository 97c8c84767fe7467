import fc from 'fast-check';
import { expect, test } from 'vitest';

import { checkDigit, isGtin, isSameBarcode, plainCharacters, sameBarcodes, unitOfCase } from './barcode.ts';

test('check digits as in the examples of the GS1 General Specifications', () => {
  expect(checkDigit('629104150021')).toBe('3');
  expect(checkDigit('37610425002123456')).toBe('9');
  expect(isGtin('6291041500213')).toBe(true);
  expect(isGtin('6291041500214')).toBe(false);
  expect(isGtin('96385074')).toBe(true);
  expect(isGtin('012345678905')).toBe(true);
  // Nine digits are no GTIN, whatever the last one is.
  expect(isGtin('123456784')).toBe(false);
});

test('a misread digit is noticed, wherever it is', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(digits, fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (twelve, place, change) => {
      const right = twelve.join('') + checkDigit(twelve.join(''));
      const wrong = right.replace(/\d/gu, (digit, at: number) =>
        at === place ? String((Number(digit) + change) % 10) : digit,
      );
      expect(isGtin(right)).toBe(true);
      expect(isGtin(wrong)).toBe(false);
    }),
  );
});

test('one number in all its lengths', () => {
  expect(sameBarcodes('012345678905').toSorted()).toEqual(
    ['00012345678905', '0012345678905', '012345678905'].toSorted(),
  );
  expect(sameBarcodes('00000096385074')).toContain('96385074');
  expect(sameBarcodes('6901234567892')).toEqual(['06901234567892', '6901234567892']);
  expect(sameBarcodes('X091')).toEqual(['X091']);
  // With a wrong check digit it is somebody's own number, and stands for itself only.
  expect(sameBarcodes('6901234567890')).toEqual(['6901234567890']);
  expect(isSameBarcode('012345678905', '0012345678905')).toBe(true);
  expect(isSameBarcode('012345678905', '6901234567892')).toBe(false);
});

test('a case names the unit in it', () => {
  expect(unitOfCase('16901234567899')).toBe('6901234567892');
  expect(unitOfCase('06901234567892')).toBeUndefined();
  expect(unitOfCase(`9690123456789${checkDigit('9690123456789')}`)).toBeUndefined();
  expect(unitOfCase('16901234567890')).toBeUndefined();
});

test('full-width characters are the plain ones', () => {
  expect(plainCharacters('６９０１ａＢ（０１）　')).toBe('6901aB(01) ');
});
