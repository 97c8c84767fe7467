import { expect, test } from 'vitest';

import { drawnAlways, lineBlocks } from './line-blocks.ts';

const countedTo = (count: number) => Array.from({ length: count }, (_, place) => place);

test('blocks hold every line once, in order, and say which is their first', () => {
  for (const count of [0, 1, 20, 21, 120, 121, 1999, 2000]) {
    const blocks = lineBlocks(countedTo(count));
    expect(blocks.flatMap((block) => block.lines)).toEqual(countedTo(count));
    for (const block of blocks) expect(block.lines[0]).toBe(block.first);
  }
});

test('a short sheet is all drawn, a long one only where it must be', () => {
  const drawn = (count: number) => lineBlocks(countedTo(count)).filter(({ isAlwaysDrawn }) => isAlwaysDrawn);
  expect(drawn(drawnAlways).flatMap(({ lines }) => lines)).toEqual(countedTo(drawnAlways));
  expect(drawn(2000).map(({ first }) => first)).toEqual([1980]);
});

test('a line that is added leaves all before it in their blocks, so that none is drawn anew while it is typed into', () => {
  const [before, after] = [lineBlocks(countedTo(120)), lineBlocks(countedTo(121))];
  expect(after.slice(0, 6).map(({ lines }) => lines)).toEqual(before.map(({ lines }) => lines));
});
