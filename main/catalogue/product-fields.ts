import { z } from 'zod';

import { fen } from '#app/core/fen.ts';
import { productKinds } from '#app/stock/stock-words.ts';

const price = z.number().int().min(0).max(10_000_000_000).transform(fen).nullable();

/** What a person can edit of a product, as it comes in. */
export const productFields = {
  code: z.string().trim().min(1).max(64),
  name: z.string().trim().min(1).max(200),
  barcode: z.string().trim().min(1).max(64).nullable(),
  category: z.string().trim().max(60),
  subcategory: z.string().trim().max(60),
  unit: z.string().trim().max(20),
  packSize: z.number().int().min(1).max(1_000_000),
  moq: z.number().int().min(1).max(1_000_000),
  leadDays: z.number().int().min(0).max(730).nullable(),
  listPrice: price,
  status: z.enum(['active', 'inactive']),
  kind: z.enum(productKinds),
  lotControl: z.boolean(),
  shelfLifeDays: z.number().int().min(1).max(7300).nullable(),
  registrationNumber: z.string().trim().max(60),
  purchasePrice: price,
  shelf: z.string().trim().max(40),
};

export const newProduct = z.object({
  ...productFields,
  barcode: productFields.barcode.default(null),
  category: productFields.category.default(''),
  subcategory: productFields.subcategory.default(''),
  unit: productFields.unit.default(''),
  packSize: productFields.packSize.default(1),
  moq: productFields.moq.default(1),
  leadDays: productFields.leadDays.default(null),
  listPrice: productFields.listPrice.default(null),
  status: productFields.status.default('active'),
  kind: productFields.kind.default('goods'),
  lotControl: productFields.lotControl.default(false),
  shelfLifeDays: productFields.shelfLifeDays.default(null),
  registrationNumber: productFields.registrationNumber.default(''),
  purchasePrice: productFields.purchasePrice.default(null),
  shelf: productFields.shelf.default(''),
});
