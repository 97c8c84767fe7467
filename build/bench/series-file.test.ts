import { expect, test } from 'vitest';

import { readSeries } from './series-file.ts';

test('steps, days and months; what is left out is unknown, the test part is not read', () => {
  const { series, problems } = readSeries('id,t,y,set\nA,3,7,train\nA,1,5,train\nA,4,9,test\nB,1,-2,train\n');
  expect(problems).toEqual([]);
  expect([...series]).toEqual([
    ['A', Float64Array.of(5, NaN, 7)],
    ['B', Float64Array.of(0)],
  ]);
  const months = readSeries('id,date,y\nA,2024-01-01,1\nA,2024-02-01,2\nA,2024-04-01,4').series.get('A');
  expect(months).toEqual(Float64Array.of(1, 2, NaN, 4));
  const weeks = readSeries('id,date,y\nA,2024-01-01,1\nA,2024-01-08,2\nA,2024-01-22,NA').series.get('A');
  expect(weeks).toEqual(Float64Array.of(1, 2, NaN, NaN));
});

test('every line that cannot be read is named, and what was expected', () => {
  const { problems } = readSeries('id,t,y\nA,1,5\nA,1,6\nA,x,1\n,2,1\nA,3,viel\n');
  expect(problems).toHaveLength(4);
  expect(problems[0]).toContain('line 3');
  expect(problems[3]).toBe('line 6: found “A,3,viel”, expected an id, a time and a number');
  expect(readSeries('a,b\n1,2').problems[0]).toContain('expected the columns id');
});
