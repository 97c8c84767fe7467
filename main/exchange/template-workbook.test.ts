import { expect, test } from 'vitest';

import { importedKinds } from '#app/exchange/columns.ts';
import { planImport } from '#app/exchange/plan.ts';
import { knownProduct, knownStockOf, optionsOf, productsOf, storeOf } from '#app/exchange/testing.ts';
import { languages } from '#app/i18n/translation.ts';

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
    warehouses: new Map([
      ['主仓', 'W1'],
      ['MAIN', 'W1'],
      ['门店仓', 'W2'],
      ['SHOP', 'W2'],
    ]),
    products:
      kind === 'movements' || kind === 'orderConfirmation' ? productsOf(knownProduct('X001')) : new Map(),
    balances: new Map([['X001\u001FW1\u001FB20251101', 100]]),
    stock: knownStockOf({ awaiting: new Map([[awaiting.number, awaiting]]) }),
    lots: new Map(
      kind === 'movements' ? [['X001\u001FB20251101', { productionDay: null, expiryDay: null }]] : [],
    ),
  });
  const workbook = readWorkbook(templateWorkbook(kind, language), { name: 'template.xlsx' });
  const plan = planImport(workbook, optionsOf(), known);
  const [guess] = plan.guesses;
  expect(guess).toMatchObject({ kind, missing: [] });
  expect(guess?.columns.map(({ field, reason }) => (field === null ? reason : ''))).toEqual(
    guess?.columns.map(() => ''),
  );
  expect(plan.problems.filter(({ severity }) => severity === 'rejection')).toEqual([]);
  expect(plan.sheets[0]).toMatchObject({ rows: 1, accepted: 1 });
});
