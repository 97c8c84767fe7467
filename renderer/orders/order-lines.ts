import type { Column } from '../ui/data-table/types.ts';

interface Packed {
  readonly packSize: number;
  readonly unit: string;
}

/** Without units or packs these columns would only repeat or say nothing. */
export function usefulColumns<Row extends Packed>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): readonly Column<Row>[] {
  const left = new Set<string>();
  if (rows.every((row) => row.packSize === 1)) left.add('packs');
  if (rows.every((row) => row.unit === '')) left.add('unit');
  return columns.filter((column) => !left.has(column.key));
}
