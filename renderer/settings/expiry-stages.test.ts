import { expect, test } from 'vitest';
import { readStages, stagesText } from './expiry-stages.ts';

test('stages are read however they are written, the farthest first', () => {
  expect(readStages('30、１８０, 90')).toEqual([180, 90, 30]);
  expect(readStages(stagesText([365, 60]))).toEqual([365, 60]);
  expect(readStages('90 90')).toEqual([90]);
});

test('what is no number of days is not taken', () => {
  for (const text of ['', '0', '-3', '半年', '1.5', '99999', '1 2 3 4 5 6 7'])
    expect(readStages(text)).toBeUndefined();
});
