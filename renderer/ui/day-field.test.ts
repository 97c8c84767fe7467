import { expect, test } from 'vitest';
import { readDay } from './day-field.tsx';

test('days as people type them', () => {
  for (const text of [
    '2026-11-02',
    '2026/11/2',
    '2026.11.2',
    '20261102',
    '2026年11月2日',
    ' ２０２６-11-02 ',
  ]) {
    expect(readDay(text)).toBe('2026-11-02');
  }
  for (const text of ['', '2026-13-01', '2026-02-30', '11/02/2026', '2026-11'])
    expect(readDay(text)).toBeUndefined();
});
