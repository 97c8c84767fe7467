import { expect, test } from 'vitest';

import { asksLotReason } from './lot-reason.ts';

test('an expired batch asks for a reason, whichever way it moves; a batch that is not known does not', () => {
  expect(asksLotReason('', [{ field: 'lot', code: 'lot.expired' }])).toBe(true);
  expect(asksLotReason('', [{ field: 'lot', code: 'lot.notFirst' }])).toBe(true);
  expect(asksLotReason('客户指定', [])).toBe(true);
  expect(asksLotReason('', [{ field: 'lot', code: 'lot.unknown' }])).toBe(false);
});
