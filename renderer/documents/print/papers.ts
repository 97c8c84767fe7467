/** Papers that documents are printed on, in millimetres; `rows` fit on a page beside head, totals and signatures. */
export const papers = {
  a4: { width: 210, height: 297, rows: 30 },
  // 241 mm continuous paper has perforated edges of 12.7 mm on both sides.
  '241x140': { width: 241, height: 140, rows: 11 },
  '241x93': { width: 241, height: 93, rows: 5 },
} as const;

export type Paper = keyof typeof papers;

export const paperNames: readonly Paper[] = ['a4', '241x140', '241x93'];

export function isPaper(text: string | null): text is Paper {
  return text !== null && Object.hasOwn(papers, text);
}

/** Rows page by page; a document without rows has one page all the same. */
export function pagesOf<Row>(rows: readonly Row[], perPage: number): readonly (readonly Row[])[] {
  if (rows.length === 0) return [[]];
  const pages: Row[][] = [];
  for (let start = 0; start < rows.length; start += perPage) pages.push(rows.slice(start, start + perPage));
  return pages;
}
