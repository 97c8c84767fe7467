import { z } from 'zod';

import { fen } from '../core/fen.ts';
import { largestQuantity } from '../core/quantity.ts';
import { daySchema } from '../stock/stock-sheet.ts';

const unitPrice = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000_00)
  .transform((value) => fen(value));
const quantity = z.number().int().min(-largestQuantity).max(largestQuantity);
const mostLines = 2000;

/** A line as a person writes it. */
const orderSheetLine = z.object({
  productId: z.uuid(),
  /** In base units or in packs of the product, as `per` says. */
  quantity,
  per: z.enum(['unit', 'pack']).default('unit'),
  /** Fen a base unit, whatever `per` says. */
  unitPrice: unitPrice.nullish(),
});

/** An order to HQ as a person writes it. */
export const purchaseSheet = z.object({
  supplierId: z.uuid(),
  /** Where it is to arrive; the default warehouse where absent. */
  warehouseId: z.uuid().nullish(),
  day: daySchema,
  expectedDay: daySchema.nullish(),
  note: z.string().trim().max(500).default(''),
  lines: z.array(orderSheetLine).max(mostLines),
});
export type PurchaseSheet = z.output<typeof purchaseSheet>;

/** HQ's answer; lines that it does not name stay as they are. */
export const purchaseConfirmation = z.object({
  /** HQ's own number. */
  supplierNumber: z.string().trim().max(64).optional(),
  expectedDay: daySchema.nullish(),
  lines: z
    .array(
      z.object({
        line: z.number().int().min(1),
        /** Base units; null takes the answer for the line back. */
        confirmed: quantity.nullable(),
      }),
    )
    .max(mostLines),
});
export type PurchaseConfirmation = z.output<typeof purchaseConfirmation>;

/** An order of a customer as a person writes it. */
export const customerOrderSheet = z.object({
  partnerId: z.uuid().nullish(),
  /** Where goods are held for it, and issued from. */
  warehouseId: z.uuid(),
  day: daySchema,
  /** When the customer wants it. */
  dueDay: daySchema.nullish(),
  note: z.string().trim().max(500).default(''),
  lines: z
    .array(
      orderSheetLine.extend({
        /** The line of the order that this was; absent for a new one. */
        line: z.number().int().min(1).nullish(),
      }),
    )
    .max(mostLines),
});
export type CustomerOrderSheet = z.output<typeof customerOrderSheet>;
