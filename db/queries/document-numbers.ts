import type { BusinessDay } from '#app/core/business-day.ts';

import type { WriteAccess } from '../store.ts';

/** `count` numbers in a row of one kind, device and day: `CK-A1-20261122-0001`, … Gap-free, because a rollback takes them back. */
export async function allocateDocumentNumbers(
  trx: WriteAccess,
  kind: string,
  device: string,
  day: BusinessDay,
  count: number,
): Promise<string[]> {
  const { prefix } = await trx
    .selectFrom('document_kind')
    .select('prefix')
    .where('code', '=', kind)
    .executeTakeFirstOrThrow();
  const { last } = await trx
    .insertInto('document_counter')
    .values({ kind, device, day, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'device', 'day'])
        .doUpdateSet((set) => ({ last: set('document_counter.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  const head = `${prefix}-${device}-${day.replaceAll('-', '')}-`;
  return Array.from(
    { length: count },
    (_, index) => `${head}${String(last - count + 1 + index).padStart(4, '0')}`,
  );
}

/** The next number of one kind, device and day. */
export async function nextDocumentNumber(
  trx: WriteAccess,
  kind: string,
  device: string,
  day: BusinessDay,
): Promise<string> {
  const [number] = await allocateDocumentNumbers(trx, kind, device, day, 1);
  if (number === undefined) throw new Error('no number was allocated');
  return number;
}
