import type { CountProblemCode, CountSheetColumn } from '../../core/count-problems.ts';

type Said = (p: { found: string; expected: string }) => string;

/** What can be wrong with a cell of a count sheet. */
export const countProblems = {
  'key.unknown': (p) => `row not recognised (${p.found}); leave the hidden column as it is`,
  'key.otherCount': (p) => `belongs to stocktake ${p.found}, not ${p.expected}`,
  'key.mismatch': (p) =>
    `should be “${p.expected}” but says “${p.found}”; perhaps only some columns were sorted`,
  'row.repeated': (p) => `repeats row ${p.expected} (${p.found})`,
  'product.unknown': (p) => `no product “${p.found}”`,
  'product.several': (p) => `barcode ${p.found} has several products; enter the code`,
  'lot.unknown': (p) => `no batch “${p.found}”; add a new one on the counting page`,
  'lot.missing': (p) => `${p.found} has several batches; enter which`,
  'quantity.invalid': (p) => `“${p.found}” is no quantity`,
  'quantity.notWhole': (p) => `quantity ${p.found} is not whole`,
  'quantity.negative': (p) => `a quantity cannot be negative (${p.found})`,
  'quantity.text': (p) => `“${p.found}” was read as ${p.expected}`,
  'cell.error': (p) => `the cell holds an error (${p.found})`,
  columns: { code: 'Product code', counted: 'Counted' } as Readonly<Record<CountSheetColumn, string>>,
} satisfies Readonly<Record<CountProblemCode, Said>> & { columns: unknown };
