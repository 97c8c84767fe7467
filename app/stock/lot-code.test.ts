import { expect, test } from 'vitest';

import { findByLotCode, isSameLotCode } from './lot-code.ts';

test('batch numbers that differ in case alone are one, and as written goes first', () => {
  expect(isSameLotCode('a1', 'A1')).toBe(true);
  expect(isSameLotCode('a1', 'A11')).toBe(false);
  expect(findByLotCode([{ code: 'A1' }, { code: 'a1' }], 'a1')).toEqual({ code: 'a1' });
  expect(findByLotCode([{ code: 'A1' }, { code: 'B1' }], 'b1')).toEqual({ code: 'B1' });
  expect(findByLotCode([{ code: 'A1' }], 'c1')).toBeUndefined();
});
