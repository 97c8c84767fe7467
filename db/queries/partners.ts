import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { PartnerKind } from '#app/stock/plan-head.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from './lists/paging.ts';
import type { Condition, Sortable } from './lists/paging.ts';

export interface PartnerRow {
  readonly id: string;
  readonly kind: PartnerKind;
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  /** 营业执照 or 生产/经营许可 of a supplier. */
  readonly licenceNumber: string;
  readonly version: number;
}

export interface PartnerFields {
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly licenceNumber: string;
}

const sortable: Sortable = {
  code: sql`partner.code`,
  name: sql`partner.name`,
  phone: sql`partner.phone`,
  kind: sql`partner.kind`,
  licenceNumber: sql`partner.licence_number`,
};

const columns = sql`partner.id, partner.kind, partner.code, partner.name, partner.phone,
  partner.licence_number AS licenceNumber, partner.version`;

/** Partners by kind and code. Search: code, name, phone. Filters: `kind` (several with commas). */
export async function listPartners(db: ReadAccess, query: ListQuery): Promise<ListPage<PartnerRow>> {
  const kinds = filterOf(query, 'kind')?.split(',');
  const conditions: Condition[] = searchConditions(
    query.search,
    sql`partner.code`,
    sql`partner.name`,
    sql`partner.phone`,
  );
  if (kinds !== undefined) conditions.push(sql`partner.kind IN (${sql.join(kinds)})`);
  const where = allOf(conditions);
  const { rows } = await sql<PartnerRow>`
    SELECT ${columns} FROM partner WHERE ${where}
    ORDER BY ${orderOf(sortable, query, { column: 'kind', direction: 'desc' })}, partner.code
    ${limitOf(query)}`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM partner WHERE ${where}`.execute(
    db,
  );
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** Fails with `notFound`. */
export async function getPartner(db: ReadAccess | WriteAccess, id: string): Promise<PartnerRow> {
  const { rows } = await sql<PartnerRow>`SELECT ${columns} FROM partner WHERE id = ${id}`.execute(db);
  const [partner] = rows;
  if (partner === undefined) throw appError('notFound', { what: 'partner', id });
  return partner;
}

const prefixes: Readonly<Record<PartnerKind, string>> = { customer: 'KH', supplier: 'GY', distributor: 'FX' };

/** Writes a new partner and gives its id; without a code it is given the next free one. Fails with `code.taken`. */
export async function insertPartner(
  trx: WriteAccess,
  partner: PartnerFields & { readonly kind: PartnerKind },
  now: Date,
): Promise<string> {
  const { kind } = partner;
  const code = partner.code === '' ? await nextCode(trx, kind) : partner.code;
  if (await isTaken(trx, kind, code)) throw appError('code.taken', { what: 'partner', code });
  const id = newId();
  const at = now.toISOString();
  await trx
    .insertInto('partner')
    .values({
      id,
      kind,
      code,
      name: partner.name,
      phone: partner.phone,
      licence_number: partner.licenceNumber,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}

/**
 * Saves what is given, on the version that the person saw; gives what stood before. Fails with `edit.conflict`, `code.taken` and
 * `notFound`.
 */
export async function updatePartner(
  trx: WriteAccess,
  {
    id,
    version,
    change,
  }: { readonly id: string; readonly version: number; readonly change: Partial<PartnerFields> },
  now: Date,
): Promise<{ partner: PartnerRow; previous: PartnerRow }> {
  const previous = await getPartner(trx, id);
  if (previous.version !== version) throw appError('edit.conflict', { what: 'partner', name: previous.name });
  const { code, name, phone, licenceNumber } = { ...previous, ...change };
  if (code !== previous.code && (await isTaken(trx, previous.kind, code)))
    throw appError('code.taken', { what: 'partner', code });
  await trx
    .updateTable('partner')
    .set({
      code,
      name,
      phone,
      licence_number: licenceNumber,
      version: version + 1,
      updated_at: now.toISOString(),
    })
    .where('id', '=', id)
    .execute();
  return { partner: await getPartner(trx, id), previous };
}

async function isTaken(trx: WriteAccess, kind: PartnerKind, code: string): Promise<boolean> {
  const row = trx.selectFrom('partner').select('id').where('kind', '=', kind).where('code', '=', code);
  return (await row.executeTakeFirst()) !== undefined;
}

async function nextCode(trx: WriteAccess, kind: PartnerKind): Promise<string> {
  const { count } = await trx
    .selectFrom('partner')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  for (let number = count + 1; ; number++) {
    const code = `${prefixes[kind]}${String(number).padStart(4, '0')}`;
    if (!(await isTaken(trx, kind, code))) return code;
  }
}
