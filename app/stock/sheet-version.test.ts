import fc from 'fast-check';
import { expect, test } from 'vitest';

import { stockSheet } from './stock-sheet.ts';
import { applySheetChange, sheetVersionChange } from './sheet-version.ts';

const id = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

const line = fc.record(
  {
    productId: fc.integer({ min: 1, max: 4 }).map(id),
    quantity: fc.integer({ min: 1, max: 3 }),
    note: fc.constantFrom('', '补'),
  },
  { requiredKeys: ['productId', 'quantity'] },
);
const sheet = fc
  .record(
    {
      kind: fc.constantFrom('receipt', 'issue'),
      day: fc.constantFrom('2026-11-22', '2026-11-23'),
      warehouseId: fc.constantFrom(id(7), id(8)),
      partnerId: fc.constantFrom(null, id(9)),
      note: fc.constantFrom('', '加急'),
      lines: fc.array(line, { maxLength: 8 }),
    },
    { requiredKeys: ['kind', 'day', 'warehouseId', 'lines'] },
  )
  .map((input) => stockSheet.parse(input));

test('a version is had again from the one before it and what changed', () => {
  fc.assert(
    fc.property(sheet, sheet, (before, after) => {
      // Kept as text, as in the store.
      const kept = JSON.parse(JSON.stringify(sheetVersionChange(before, after)));
      const again = stockSheet.parse(applySheetChange(before, kept));
      expect({ ...again, partnerId: again.partnerId ?? null }).toEqual({
        ...after,
        partnerId: after.partnerId ?? null,
      });
    }),
    { numRuns: 2000, seed: 20_261_124 },
  );
});

test('a scan at the end of a long sheet keeps one line', () => {
  const lines = Array.from({ length: 2000 }, (_, place) => ({ productId: id(place), quantity: 1 }));
  const sheetOf = (own: typeof lines) =>
    stockSheet.parse({ kind: 'receipt', day: '2026-11-22', warehouseId: id(1), lines: own });
  const before = sheetOf(lines.slice(0, 1999));
  expect(sheetVersionChange(before, sheetOf(lines))).toEqual({
    head: {},
    from: 1999,
    out: 0,
    in: [{ productId: id(1999), quantity: 1 }],
  });
});
