import { expect, test } from 'vitest';
import { findRowPage } from './find-row-page.ts';

const rows = Array.from({ length: 1000 }, (_, index) => index + 2).filter((row) => row % 7 !== 0);
const size = 50;
const pages = Math.ceil(rows.length / size);
const look = async (page: number) => {
  const part = rows.slice((page - 1) * size, page * size);
  const first = part[0];
  const last = part.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
};

test('finds the page of every row, from any guess, in a few looks', async () => {
  for (const row of rows) {
    let looks = 0;
    const page = await findRowPage(row, pages, Math.ceil(row / size), async (at) => {
      looks += 1;
      return look(at);
    });
    expect(page).toBe(Math.floor(rows.indexOf(row) / size) + 1);
    expect(looks).toBeLessThanOrEqual(6);
  }
});

test('a row that no page holds is not found', async () => {
  expect(await findRowPage(5000, pages, 1, look)).toBeUndefined();
  expect(await findRowPage(7, 0, 1, async () => undefined)).toBeUndefined();
});
