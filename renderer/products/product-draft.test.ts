import { expect, test } from 'vitest';
import { fen } from '#app/core/fen.ts';
import { changeOf, draftOf, readPrice, wrongFields } from './product-draft.ts';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import type { ProductCard } from './product-draft.ts';

const policy: ProductCard = {
  name: '玻尿酸面膜',
  barcode: null,
  category: '护肤品',
  subcategory: '面膜',
  unit: '盒',
  packSize: 12,
  moq: 24,
  leadDays: null,
  listPrice: fen(1_280_050),
  status: 'active',
  kind: 'goods',
  lotControl: true,
  shelfLifeDays: 1095,
  registrationNumber: '',
  purchasePrice: null,
  shelf: 'A-01',
};

test('a product as text and back is no change', () => {
  const draft = draftOf(policy);
  expect(draft).toMatchObject({
    barcode: '',
    packSize: '12',
    moq: '24',
    leadDays: '',
    price: '12800.50',
    status: 'active',
  });
  expect(wrongFields(draft).size).toBe(0);
  expect(changeOf(policy, draft)).toEqual({});
});

test('only what changed is saved, and an emptied field becomes nothing', () => {
  const draft = { ...draftOf(policy), name: ' 面膜 ', barcode: '690', moq: '３６', price: '', leadDays: '5' };
  expect(changeOf(policy, draft)).toEqual({
    name: '面膜',
    barcode: '690',
    moq: 36,
    listPrice: null,
    leadDays: 5,
  });
});

test('what cannot be saved is named', () => {
  const draft = {
    ...draftOf(policy),
    name: ' ',
    packSize: '0',
    moq: '',
    leadDays: '731',
    price: '1.234',
    shelfLifeDays: '0',
    purchasePrice: '一元',
    status: 'active',
  } as const;
  expect([...wrongFields(draft)]).toEqual([
    'name',
    'packSize',
    'moq',
    'leadDays',
    'price',
    'shelfLifeDays',
    'purchasePrice',
  ]);
});

test('amounts are read exactly', () => {
  expect(readPrice('¥1,280.05')).toBe(128_005);
  expect(readPrice('0.1')).toBe(10);
  expect(readPrice('-1')).toBeUndefined();
  expect(readWholeNumber('1.5', { min: 0, max: 9 })).toBeUndefined();
});
