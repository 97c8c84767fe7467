import { z } from 'zod';

import { largestQuantity } from '../../core/quantity.ts';
import { daySchema } from '../../stock/stock-sheet.ts';
import { markKinds } from './types.ts';

/** A mark as a person writes it: a substitution says of which product and how much; days without stock or as usual have no quantity. */
export const markInput = z
  .object({
    productId: z.uuid(),
    kind: z.enum(markKinds),
    firstDay: daySchema,
    lastDay: daySchema,
    quantity: z.number().int().min(1).max(largestQuantity).nullable().default(null),
    otherProductId: z.uuid().nullable().default(null),
    note: z.string().trim().max(200).default(''),
  })
  .superRefine((mark, check) => {
    const wrong = (path: keyof typeof mark, message: string): void => {
      check.addIssue({ code: 'custom', path: [path], message });
    };
    if (mark.lastDay < mark.firstDay) wrong('lastDay', `≥ ${mark.firstDay}`);
    const isSubstitution = mark.kind === 'substitution';
    if (isSubstitution && mark.quantity === null) wrong('quantity', '≥ 1');
    if (isSubstitution && (mark.otherProductId === null || mark.otherProductId === mark.productId))
      wrong('otherProductId', '≠ productId');
    if (!isSubstitution && mark.otherProductId !== null) wrong('otherProductId', 'null');
    if (!isSubstitution && mark.kind !== 'oneOff' && mark.quantity !== null) wrong('quantity', 'null');
  });
export type MarkInput = z.infer<typeof markInput>;
