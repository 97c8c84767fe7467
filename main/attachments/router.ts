import { z } from 'zod';

import { attachmentEntities, attachmentRoles } from '#app/stock/attachments.ts';
import { listAttachments, removeAttachment, restoreAttachment } from '#db/queries/attachments.ts';

import { procedure, router } from '../server/trpc.ts';
import { addAttachment } from './add-attachment.ts';

const holder = z.object({ entity: z.enum(attachmentEntities), entityId: z.uuid() });
const id = z.object({ id: z.uuid() });

/** Files kept as evidence. Their content is served at `/api/attachments/:id`. */
export const attachmentsRouter = router({
  list: procedure
    .input(holder)
    .query(({ ctx, input }) => listAttachments(ctx.store.read, input.entity, input.entityId)),
  /** Attaches what was uploaded before. */
  add: procedure
    .input(holder.extend({ uploadId: z.uuid(), role: z.enum(attachmentRoles).default('other') }))
    .mutation(({ ctx, input }) => addAttachment(ctx, input)),
  remove: procedure.input(id).mutation(({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'remove', entity: 'attachment', entityId: input.id };
    return ctx.store.transact(audit, ({ trx }) => removeAttachment(trx, input.id, ctx.clock.now()));
  }),
  restore: procedure.input(id).mutation(({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'restore', entity: 'attachment', entityId: input.id };
    return ctx.store.transact(audit, ({ trx }) => restoreAttachment(trx, input.id));
  }),
});
