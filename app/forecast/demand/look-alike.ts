import { z } from 'zod';

/** What a young product will sell like, as a person writes it; `like` null where it is to go by its category again. */
export const lookAlikeInput = z
  .object({
    productId: z.uuid(),
    like: z
      .object({ otherProductId: z.uuid(), factorPercent: z.number().int().min(1).max(1000).default(100) })
      .nullable(),
    /** Of what the person saw; 0 where there was none. */
    version: z.number().int().min(0),
  })
  .refine(({ productId, like }) => like?.otherProductId !== productId, {
    path: ['like', 'otherProductId'],
    message: '≠ productId',
  });
export type LookAlikeInput = z.infer<typeof lookAlikeInput>;
export type LookAlike = NonNullable<LookAlikeInput['like']>;
