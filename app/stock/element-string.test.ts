import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { readContent, readGsDay } from './element-string.ts';
import { readingsWithoutSeparators } from './lost-separators.ts';
import { splitScan } from './scan-text.ts';

const today = businessDay('2026-11-22');

test.each([
  ['271231', '2027-12-31'],
  ['270200', '2027-02-28'],
  ['280200', '2028-02-29'],
  ['271300', undefined],
  ['270230', undefined],
  ['27123', undefined],
  ['2712AB', undefined],
  // 2026 + 50 is still this century; one more is the last one.
  ['760101', '2076-01-01'],
  ['770101', '1977-01-01'],
])('%s as a day is %s', (digits, day) => {
  expect(readGsDay(digits, today)).toBe(day);
});

test('late in a century small years are of the next one', () => {
  expect(readGsDay('050101', businessDay('2098-06-01'))).toBe('2105-01-01');
});

test('what elements say together', () => {
  const content = readContent(
    [
      { ai: '02', value: '06901234567892' },
      { ai: '15', value: '271130' },
      { ai: '17', value: '271231' },
      { ai: '37', value: '0012' },
      { ai: '10', value: 'AB' },
    ],
    today,
  );
  expect(content).toMatchObject({ gtin: '06901234567892', expiryDay: '2027-12-31', count: 12, lot: 'AB' });
  expect(content.invalid).toEqual([]);
  const wrong = readContent([{ ai: '17', value: '271331' }], today);
  expect(wrong).toMatchObject({ expiryDay: null, invalid: [{ ai: '17', value: '271331' }] });
});

test.each([
  [']C10106901234567892', ']C1', '0106901234567892', true],
  ['\u001D0106901234567892', '', '0106901234567892', true],
  ['0106901234567892', '', '0106901234567892', false],
  [']d2010690123456789210AB\u001D17271231\r', ']d2', '010690123456789210AB\u001D17271231', true],
  ['010690123456789210AB<GS>17271231', '', '010690123456789210AB\u001D17271231', false],
  ['010690123456789210AB|17271231', '', '010690123456789210AB\u001D17271231', false],
  ['010690123456789210AB{GS}{GS}17271231', '', '010690123456789210AB\u001D17271231', false],
  ['（01）06901234567892（10）AB', '', '(01)06901234567892(10)AB', true],
  ['(01) 06901234567892 (10) AB', '', '(01)06901234567892(10)AB', true],
  [']E06901234567892', ']E0', '6901234567892', false],
])('%j is taken apart', (text, symbology, elements, isElementString) => {
  expect(splitScan(text)).toMatchObject({ symbology, elements, isElementString });
});

test('elements glued to a batch are told apart where they are real', () => {
  const read = (value: string) => readingsWithoutSeparators([{ ai: '10', value }], today);
  expect(read('AB1217271231')).toEqual([
    [
      { ai: '10', value: 'AB12' },
      { ai: '17', value: '271231' },
    ],
  ]);
  expect(read('AB1127010117280101')[0]).toEqual([
    { ai: '10', value: 'AB' },
    { ai: '11', value: '270101' },
    { ai: '17', value: '280101' },
  ]);
  expect(read('AB1727123121SN9')[0]).toHaveLength(3);
  // Month 13, and text that only looks like a date.
  expect(read('AB17271331')).toEqual([]);
  expect(read('AB17X71231')).toEqual([]);
});
