import { z } from 'zod';

import { parseBusinessDay } from '../core/business-day.ts';
import { fen } from '../core/fen.ts';
import { largestQuantity } from '../core/quantity.ts';
import { returnConditions, stockReasons, writtenKinds } from './stock-words.ts';

/** A calendar day as text, `YYYY-MM-DD`. */
export const daySchema = z.string().transform((text, issue) => {
  const parsed = parseBusinessDay(text);
  if (parsed !== undefined) return parsed;
  issue.addIssue({ code: 'custom', message: 'YYYY-MM-DD' });
  return z.NEVER;
});

const unitPrice = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000_00)
  .transform((value) => fen(value));

/** The batch of a line: a known one by id, or by what stands on the box; the box may name a new one. */
export const lotChoice = z.union([
  z.object({ lotId: z.uuid() }),
  z.object({
    code: z.string().trim().min(1).max(64),
    productionDay: daySchema.nullish(),
    expiryDay: daySchema.nullish(),
    /** 出厂检验报告 of the batch. */
    certificate: z.string().trim().max(100).optional(),
  }),
]);
export type LotChoice = z.output<typeof lotChoice>;

export const stockSheetLine = z.object({
  productId: z.uuid(),
  /** Base units. Negative only in an adjustment that takes out. */
  quantity: z.number().int().min(-largestQuantity).max(largestQuantity),
  /** Absent: by first expiry where stock goes out; none where it comes in. */
  lot: lotChoice.nullish(),
  /** Why another batch than the one that expires first, or an expired one. */
  lotReason: z.string().trim().max(200).optional(),
  /** Fen a unit: of purchase in receipts, of sale in issues and returns. */
  unitPrice: unitPrice.nullish(),
  /** The line of the order (or, in an arrival or return, of the origin's ledger) that this line answers. */
  orderLine: z.number().int().min(1).nullish(),
  originLine: z.number().int().min(1).nullish(),
  /** Of a set: the batches that its components come out of (assembly) or come back as (disassembly). */
  componentLots: z
    .array(z.object({ productId: z.uuid(), lot: lotChoice }))
    .max(100)
    .optional(),
  condition: z.enum(returnConditions).optional(),
  /** In an arrival: what did not come is still on its way. Otherwise it is booked as lost. */
  restFollows: z.boolean().optional(),
  note: z.string().trim().max(200).optional(),
});
export type StockSheetLine = z.output<typeof stockSheetLine>;

/** A document as a person writes it; planning makes ledger entries of it. Kept with the document. */
export const stockSheet = z.object({
  kind: z.enum(writtenKinds),
  day: daySchema,
  warehouseId: z.uuid(),
  /** Where a transfer goes. */
  toWarehouseId: z.uuid().nullish(),
  partnerId: z.uuid().nullish(),
  /** The purchase order of a receipt; the customer's order of an issue. */
  orderId: z.uuid().nullish(),
  /** The dispatch of an arrival; the issue or receipt that a return answers; the assembly that is taken apart. */
  originId: z.uuid().nullish(),
  reason: z.enum(stockReasons).nullish(),
  note: z.string().trim().max(500).default(''),
  lines: z.array(stockSheetLine).max(2000),
});
export type StockSheet = z.output<typeof stockSheet>;
export type StockSheetInput = z.input<typeof stockSheet>;
