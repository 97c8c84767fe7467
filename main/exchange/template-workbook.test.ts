import { expect, test } from 'vitest';

import { importedKinds } from '#app/exchange/columns.ts';
import { planImport } from '#app/exchange/plan.ts';
import { knownProduct, knownStockOf, optionsOf, productsOf, storeOf } from '#app/exchange/testing.ts';
import { languages } from '#app/i18n/translation.ts';
import { defaultWarehouseName } from '#db/queries/defaults.ts';

import { analyseImport, withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import { job, openImports } from './imports-testing.ts';
import { readWorkbook } from './reading/read-workbook.ts';
import { templateWorkbook } from './template-workbook.ts';

/** What the example of a confirmation answers. */
const awaiting = {
  number: 'CG-A1-20261020-0001',
  supplierNumber: '',
  expectedDay: null,
  lines: [{ line: 1, productCode: 'X001', quantity: 30, confirmed: null, received: 0 }],
};

const cases = languages.flatMap((language) => importedKinds.map((kind) => [kind, language] as const));

test.each(cases)('a template of %s in %s is filled in and imported without mapping', (kind, language) => {
  const known = storeOf({
    // A store with one warehouse, by a name of its own.
    warehouses: new Map([['总店仓', 'W1']]),
    products:
      kind === 'movements' || kind === 'orderConfirmation' ? productsOf(knownProduct('X001')) : new Map(),
    stock: knownStockOf({ awaiting: new Map([[awaiting.number, awaiting]]) }),
  });
  const workbook = readWorkbook(templateWorkbook(kind, language, '总店仓'), { name: 'template.xlsx' });
  const plan = planImport(workbook, optionsOf(), known);
  const [guess] = plan.guesses;
  expect(guess).toMatchObject({ kind, missing: [] });
  expect(guess?.columns.map(({ field, reason }) => (field === null ? reason : ''))).toEqual(
    guess?.columns.map(() => ''),
  );
  expect(plan.problems.filter(({ severity }) => severity === 'rejection')).toEqual([]);
  expect(plan.sheets[0]).toMatchObject({ rows: 1, accepted: 1 });
});

test.each(languages)(
  'untouched, the templates of products and movements go into a new store, in %s',
  async (language) => {
    const imports = await openImports();
    try {
      const name = await defaultWarehouseName(imports.context.store.read);
      for (const kind of ['products', 'movements'] as const) {
        const file = await imports.context.files.hold(`${kind}.xlsx`, templateWorkbook(kind, language, name));
        const session = imports.context.imports.open(file);
        const options = withDefaults(imports.context, {});
        const { sheets } = await analyseImport(imports.context, session, options, undefined, job);
        expect(sheets).toMatchObject([{ accepted: 1, rejected: 0 }]);
        await commitImport(imports.context, session, { skipRejected: false }, job);
      }
      expect(await imports.balances()).toEqual(['X001 MAIN B20251101 24']);
    } finally {
      await imports.cleanup();
    }
  },
);
