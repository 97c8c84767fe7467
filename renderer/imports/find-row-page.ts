/** What one page of rows tells about where it lies. */
interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * The page (from 1) that holds a row of the file. Rows come in order but not without gaps (blank rows, totals), so the page is
 * searched: guess, look, halve. Undefined when no page holds it. `look` gives the first and last row of a page.
 */
export async function findRowPage(
  row: number,
  pages: number,
  guess: number,
  look: (page: number) => Promise<RowSpan | undefined>,
): Promise<number | undefined> {
  let low = 1;
  let high = pages;
  let page = Math.min(Math.max(1, guess), Math.max(1, pages));
  while (low <= high) {
    const span = await look(page);
    if (span === undefined) return undefined;
    if (row < span.first) high = page - 1;
    else if (row > span.last) low = page + 1;
    else return page;
    page = Math.floor((low + high) / 2);
  }
  return undefined;
}
