import fc from 'fast-check';
import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { languages } from '../i18n/translation.ts';
import { columnsOf, importedKinds } from './columns.ts';
import type { ColumnSpec } from './columns.ts';
import type { SheetKind } from './kinds.ts';
import { planImport } from './plan.ts';
import { problemSheets } from './problem-sheet.ts';
import type { Cell, Sheet, Workbook } from './sheet.ts';
import { optionsOf, storeAfter, storeOf, workbookOf } from './testing.ts';

const awkward = [
  '__proto__',
  'constructor',
  'toString',
  '合计',
  '商品编码',
  '数量',
  '日期',
  '西 区',
  '1473个',
  '86元',
  '2019#3#11',
  '20190311',
  '-',
  '1e5',
  '6.9E+12',
  '　',
  '\u0000',
  '=1+1',
  'X1',
  'X2',
  'D1',
  '订单号D1',
  '主仓',
  '停用',
  'NaN',
  '99999999999999999999',
  '制表人：',
  '😀',
];
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkward) },
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.integer({ min: -5, max: 3000 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('2019-01-02', '2026-11-22', '2050-01-01').map((text) => ({ day: businessDay(text) })),
  fc.constant({ error: '#N/A' }),
);

/** Mostly what belongs into such a column, sometimes anything. */
function cellFor(spec: ColumnSpec): fc.Arbitrary<Cell> {
  const likely: Readonly<Record<ColumnSpec['shape'], readonly Cell[]>> = {
    code: ['D1', 'D2', 'X1', '订单号D1', 7],
    barcode: ['6901234567890', '6.9E+12'],
    phone: ['13900000000'],
    text: ['东区', '西 区', '主仓', '面膜', null],
    day: [{ day: businessDay('2026-01-02') }, '2026#1#3', '2026-01-02'],
    quantity: [1, 2, '3个', -1],
    money: [5, '5元', 10, null],
    number: [1, 12, null],
  };
  return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...likely[spec.shape]) }, cell);
}

type Table = readonly [header: Cell[], below: Cell[][]];

const table: fc.Arbitrary<Table> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...importedKinds)
      .chain((kind) => {
        const specs = [...columnsOf(kind)];
        return fc.shuffledSubarray(specs, { minLength: Math.min(4, specs.length) });
      })
      .chain((specs) =>
        fc.tuple(
          fc.constant<Cell[]>(specs.map(({ synonyms }) => synonyms[0] ?? '')),
          fc.array(fc.tuple(...specs.map(cellFor)), { maxLength: 12 }),
        ),
      ),
  },
  fc.tuple(fc.array(cell, { maxLength: 8 }), fc.array(fc.array(cell, { maxLength: 17 }), { maxLength: 12 })),
);

const sheet: fc.Arbitrary<Sheet> = fc
  .record({
    name: fc.oneof(fc.constantFrom('销售', '库存', '__proto__', 'constructor'), fc.string({ maxLength: 8 })),
    hidden: fc.boolean(),
    above: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 2 }),
    table,
    gaps: fc.integer({ min: 1, max: 3 }),
    merge: fc.option(fc.record({ top: fc.nat(4), left: fc.nat(4), down: fc.nat(3), across: fc.nat(3) })),
  })
  .map(({ name, hidden, above, table: [names, below], gaps, merge }) => ({
    name,
    hidden,
    rows: [...above, names, ...below].map((cells, index) => ({ number: index * gaps + 1, cells })),
    merges:
      merge === null
        ? []
        : [
            {
              top: merge.top,
              left: merge.left,
              bottom: merge.top + merge.down,
              right: merge.left + merge.across,
            },
          ],
  }));

const workbook = fc
  .uniqueArray(sheet, { maxLength: 3, selector: ({ name }) => name })
  .map((sheets) => workbookOf(...sheets));

test('rows of any grid are accounted for without a remainder, nothing throws, and prototypes stay clean', () => {
  const texts = catalogueOf('zh-CN').sheets;
  fc.assert(
    fc.property(
      workbook,
      fc.constantFrom<SheetKind | undefined>(undefined, ...importedKinds),
      fc.boolean(),
      (file, kind, keepRepeated) => {
        const choices = Object.fromEntries(
          file.sheets.map(({ name }) => [name, kind === undefined ? {} : { kind }]),
        );
        const plan = planImport(file, optionsOf({ choices, keepRepeated }), storeOf());
        for (const [index, summary] of plan.sheets.entries()) {
          const guess = plan.guesses[index];
          const outcomes = [...(plan.outcomes.get(summary.name)?.values() ?? [])];
          expect(summary.rows).toBe(summary.accepted + summary.duplicates + summary.rejected);
          expect(outcomes).toHaveLength(summary.rows);
          expect(summary.corrected).toBeLessThanOrEqual(summary.accepted);
          expect(summary.rows + summary.ignored).toBe(guess?.dataRows);
          const header =
            guess !== undefined && file.sheets[index]?.rows.some(({ number }) => number === guess.headerRow)
              ? 1
              : 0;
          expect((guess?.dataRows ?? 0) + (guess?.skipped.length ?? 0) + header).toBe(
            file.sheets[index]?.rows.length,
          );
          const said = new Set(
            plan.problems
              .filter(({ sheet: name, severity }) => name === summary.name && severity === 'rejection')
              .map(({ row }) => row),
          );
          expect(said.size).toBe(summary.rejected);
        }
        const lines = plan.orders.flatMap((order) => order.lines);
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        expect(plan.effect.linesAdded).toBe(lines.length);
        const left = problemSheets(file, plan, texts);
        expect(left.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(
          plan.sheets.reduce((sum, { rejected }) => sum + rejected, 0),
        );
        for (const { headers, rows } of left)
          for (const row of rows) expect(row).toHaveLength(headers.length);
        expect(Object.keys(Object.prototype)).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

/** The file as it is once the rows that cannot be imported were taken out. */
function withoutRejected(file: Workbook): Workbook {
  const { outcomes } = planImport(file, optionsOf(), storeOf());
  const sheets = file.sheets.map((one) => ({
    ...one,
    rows: one.rows.filter(({ number }) => outcomes.get(one.name)?.get(number) !== 'rejected'),
  }));
  return workbookOf(...sheets);
}

// A rejected row may become possible by what the rest of the file brought, so it is no part of this promise.
test('a file imported again changes nothing', () => {
  fc.assert(
    fc.property(workbook, (dirty) => {
      const file = withoutRejected(dirty);
      const first = planImport(file, optionsOf(), storeOf());
      fc.pre(first.sheets.every(({ rejected }) => rejected === 0));
      const again = planImport(file, optionsOf(), storeAfter(first));
      expect(again).toMatchObject({ products: [], customers: [], orders: [], stock: [] });
    }),
    { numRuns: 300 },
  );
});

test('every message can be said in every language, with and without values', () => {
  for (const language of languages) {
    for (const message of Object.values(catalogueOf(language).sheets.problems)) {
      expect(message({ found: '', expected: '' })).not.toBe('');
      expect(message({ found: 'a', expected: 'b' })).not.toContain('undefined');
    }
  }
});
