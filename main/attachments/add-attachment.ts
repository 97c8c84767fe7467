import { safeFileName } from '#app/core/file-name.ts';
import { appError } from '#app/core/errors.ts';
import { attachmentLimit, mediaTypeOf } from '#app/stock/attachments.ts';
import type { AttachmentEntity, AttachmentRole } from '#app/stock/attachments.ts';
import { getAttachment, insertAttachment } from '#db/queries/attachments.ts';
import type { AttachmentView } from '#db/queries/attachments.ts';

import type { Context } from '../server/context.ts';
import { keepContent } from './content.ts';

export interface AttachmentToAdd {
  readonly uploadId: string;
  readonly entity: AttachmentEntity;
  readonly entityId: string;
  readonly role: AttachmentRole;
}

/**
 * Attaches an uploaded file: the content is kept first, then the row is written, so that no row is without its content. Fails
 * with `attachment.tooLarge`, `attachment.empty`, and `notFound` where there is nothing to attach it to.
 */
export async function addAttachment(
  { store, files, actor, clock }: Pick<Context, 'store' | 'files' | 'actor' | 'clock'>,
  { uploadId, entity, entityId, role }: AttachmentToAdd,
): Promise<AttachmentView> {
  const { name: given, bytes } = files.get(uploadId);
  const name = safeFileName(given);
  if (bytes > attachmentLimit) throw appError('attachment.tooLarge', { name, bytes, limit: attachmentLimit });
  if (bytes === 0) throw appError('attachment.empty', { name });
  const content = await files.read(uploadId);
  const sha256 = await keepContent(store.directory, content);
  const file = { entity, entityId, role, name, mediaType: mediaTypeOf(content), bytes, sha256, actor };
  const audit = { actor, action: 'attach', entity, entityId, detail: { name, role, sha256 } };
  const id = await store.transact(audit, ({ trx }) => insertAttachment(trx, file, clock.now()));
  return getAttachment(store.read, id);
}
