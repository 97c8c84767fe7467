import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { ThingName } from '#app/core/errors.ts';
import type { AttachmentEntity, AttachmentRole } from '#app/stock/attachments.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';

export interface AttachmentView {
  readonly id: string;
  readonly entity: AttachmentEntity;
  readonly entityId: string;
  readonly role: AttachmentRole;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Of the content, in hexadecimal; also its name on disk. */
  readonly sha256: string;
  readonly actor: string;
  readonly createdAt: string;
}

const select = [
  'id',
  'entity',
  'entity_id as entityId',
  'role',
  'name',
  'media_type as mediaType',
  'bytes',
  'sha256',
  'actor',
  'created_at as createdAt',
] as const;

/** What is attached to a thing and was not removed, the oldest first. */
export async function listAttachments(
  db: ReadAccess,
  entity: AttachmentEntity,
  entityId: string,
): Promise<AttachmentView[]> {
  return db
    .selectFrom('attachment')
    .select(select)
    .where('entity', '=', entity)
    .where('entity_id', '=', entityId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Fails with `notFound`; removed ones are not there. */
export async function getAttachment(db: ReadAccess | WriteAccess, id: string): Promise<AttachmentView> {
  const row = await db
    .selectFrom('attachment')
    .select(select)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw appError('notFound', { what: 'attachment', id });
  return row;
}

const tableOf = {
  partner: 'partner',
  product: 'product',
  lot: 'lot',
  document: 'stock_document',
  purchase_order: 'purchase_order',
} as const;

const thingOf: Readonly<Record<AttachmentEntity, ThingName>> = {
  partner: 'partner',
  product: 'product',
  lot: 'lot',
  document: 'document',
  purchase_order: 'purchaseOrder',
};

/** Adds the row of a file whose content is kept already. Fails with `notFound` where there is nothing to attach it to. */
export async function insertAttachment(
  trx: WriteAccess,
  file: Omit<AttachmentView, 'id' | 'createdAt'>,
  now: Date,
): Promise<string> {
  const { entity, entityId, role, name, mediaType, bytes, sha256, actor } = file;
  const { rows } = await sql`SELECT 1 FROM ${sql.table(tableOf[entity])} WHERE id = ${entityId}`.execute(trx);
  if (rows.length === 0) throw appError('notFound', { what: thingOf[entity], id: entityId });
  const id = newId();
  await trx
    .insertInto('attachment')
    .values({
      id,
      entity,
      entity_id: entityId,
      role,
      name,
      media_type: mediaType,
      bytes,
      sha256,
      actor,
      created_at: now.toISOString(),
    })
    .execute();
  return id;
}

/** Marks it as removed; its content stays, for whoever has to show what there was. Fails with `notFound`. */
export async function removeAttachment(trx: WriteAccess, id: string, now: Date): Promise<AttachmentView> {
  const attachment = await getAttachment(trx, id);
  await trx.updateTable('attachment').set({ removed_at: now.toISOString() }).where('id', '=', id).execute();
  return attachment;
}

/** Takes a removal back. Fails with `notFound`. */
export async function restoreAttachment(trx: WriteAccess, id: string): Promise<AttachmentView> {
  await trx.updateTable('attachment').set({ removed_at: null }).where('id', '=', id).execute();
  return getAttachment(trx, id);
}

/** Every content that is referred to, once, with a name to call it by. */
export async function keptContents(
  db: ReadAccess,
): Promise<{ sha256: string; bytes: number; name: string }[]> {
  return db
    .selectFrom('attachment')
    .select(['sha256', 'bytes', (of) => of.fn.min<string>('name').as('name')])
    .groupBy(['sha256', 'bytes'])
    .orderBy('sha256')
    .execute();
}
