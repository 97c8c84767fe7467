import { z } from 'zod';

/** What every list understands: a page of it, found, sorted. `sort` is checked against the list's own columns. */
export const listQuery = z.object({
  search: z.string().trim().max(200).default(''),
  sort: z.object({ column: z.string().max(60), direction: z.enum(['asc', 'desc']) }).optional(),
  page: z.number().int().min(1).default(1),
  pageSize: z.number().int().min(1).max(1000).default(100),
  filters: z.record(z.string().max(60), z.string().max(200)).default({}),
});

export type ListQuery = z.output<typeof listQuery>;
export type ListQueryInput = z.input<typeof listQuery>;

/** One page of a list. `total` counts all rows that match, not only this page. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** More match than `total`; they were not counted, because counting all would take too long. */
  readonly totalIsAtLeast?: true;
}
