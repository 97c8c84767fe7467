import type { PlannedCalendarDay, PlannedWeather } from '#app/exchange/planned-types.ts';
import type { SqlValue } from '#db/bulk.ts';
import type { ChangeTerms } from '#db/queries/orders/order-versions.ts';
import { productSearchText } from '#db/queries/search-text.ts';
import type { Write, WriteAccess } from '#db/store.ts';
import type { ColumnMappingTable, ImportChangeTable } from '#db/tables/exchange.ts';
import type { ProductComponentTable, ProductTable } from '#db/tables/catalogue.ts';

import { purchaseBefore, restorePurchase } from './apply-confirmations.ts';
import { changeDay, changeWeather, restoreCalendar } from './calendar-changes.ts';
import type { BarcodeToWrite, SetToWrite } from './commit-types.ts';

/** Writes what an import changes in rows that were there before, each with its former content for the undo. */
export interface ChangeRecorder {
  updateProduct(id: string, values: Readonly<Record<string, SqlValue>>, now: string): Promise<void>;
  updateMapping(
    before: ColumnMappingTable,
    after: { readonly kind: string; readonly columns: string },
    now: string,
  ): Promise<void>;
  addBarcode(barcode: BarcodeToWrite): Promise<void>;
  replaceComponents(set: SetToWrite): Promise<void>;
  changeWeather(weather: PlannedWeather): Promise<void>;
  changeDay(day: PlannedCalendarDay, now: string): Promise<void>;
  /** Notes an order to HQ as it is, before it is changed. */
  keepPurchase(id: string): Promise<void>;
}

export function changeRecorder({ trx }: Write, importId: string): ChangeRecorder {
  let seq = 0;
  const record = async (entity: string, id: string, before: unknown, version: number): Promise<void> => {
    seq += 1;
    await trx
      .insertInto('import_change')
      .values({
        import_id: importId,
        seq,
        entity,
        entity_id: id,
        before: JSON.stringify(before),
        version_after: version,
      })
      .execute();
  };
  return {
    updateProduct: async (id, values, now) => {
      const before = await trx
        .selectFrom('product')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const version = before.version + 1;
      await record('product', id, before, version);
      await trx
        .updateTable('product')
        .set({ ...values, search_text: searchTextAfter(before, values), version, updated_at: now })
        .where('id', '=', id)
        .execute();
    },
    updateMapping: async (before, after, now) => {
      await record('column_mapping', before.signature, before, 0);
      await trx
        .updateTable('column_mapping')
        .set({ ...after, updated_at: now })
        .where('signature', '=', before.signature)
        .execute();
    },
    addBarcode: async ({ barcode, productId, quantity }) => {
      await record('barcode', productId, { barcode }, 0);
      await trx.insertInto('barcode').values({ barcode, product_id: productId, quantity }).execute();
    },
    changeWeather: (weather) => changeWeather(trx, record, weather),
    changeDay: (day, now) => changeDay(trx, record, day, now),
    keepPurchase: async (id) => {
      const before = await purchaseBefore(trx, id);
      await record('purchase_order', id, before, before.version + 1);
    },
    replaceComponents: async ({ id, components }) => {
      const before = await trx.selectFrom('product_component').selectAll().where('set_id', '=', id).execute();
      await record('product_component', id, before, 0);
      await writeComponents(
        trx,
        id,
        components.map((part) => ({ set_id: id, component_id: part.id, quantity: part.quantity })),
      );
    },
  };
}

async function writeComponents(
  trx: WriteAccess,
  setId: string,
  components: readonly ProductComponentTable[],
): Promise<void> {
  await trx.deleteFrom('product_component').where('set_id', '=', setId).execute();
  if (components.length > 0) await trx.insertInto('product_component').values(components).execute();
}

function searchTextAfter(
  before: Pick<ProductTable, 'code' | 'name' | 'barcode'>,
  values: Readonly<Record<string, SqlValue>>,
): string {
  const { name, barcode } = { ...before, ...values };
  return productSearchText(before.code, String(name), barcode === null ? null : String(barcode));
}

/** What an undo leaves as it is, because someone changed it since. */
export interface EditedSince {
  readonly entity: 'product' | 'purchase_order' | 'weather' | 'calendar_day';
  readonly label: string;
}

/**
 * Puts back what the recorder changed, newest first. Products edited since the import stay, and are returned; where it was the
 * next import that edited them, its undo will put back what stood before this one.
 */
export async function restoreChanges(
  trx: WriteAccess,
  importId: string,
  terms: ChangeTerms,
): Promise<{ restored: number; edited: EditedSince[] }> {
  const changes = await trx
    .selectFrom('import_change')
    .selectAll()
    .where('import_id', '=', importId)
    .orderBy('seq', 'desc')
    .execute();
  const edited: EditedSince[] = [];
  let restored = 0;
  for (const change of changes) {
    if (change.entity === 'purchase_order') {
      const label = await restorePurchase(trx, change, terms);
      if (label === null) restored += 1;
      else {
        edited.push({ entity: 'purchase_order', label });
        await handOver(trx, change);
      }
      continue;
    }
    if (change.entity === 'weather' || change.entity === 'calendar_day') {
      if (await restoreCalendar(trx, change)) restored += 1;
      else {
        edited.push({ entity: change.entity, label: change.entity_id.replace('\u001F', ' ') });
        await handOver(trx, change);
      }
      continue;
    }
    if (change.entity !== 'product') {
      await restoreOther(trx, change);
      restored += 1;
      continue;
    }
    const before = JSON.parse(change.before) as Record<string, SqlValue>;
    const { numUpdatedRows } = await trx
      .updateTable('product')
      .set(before)
      .where('id', '=', change.entity_id)
      .where('version', '=', change.version_after)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      edited.push({ entity: 'product', label: String(before['code']) });
      await handOver(trx, change);
    } else restored += 1;
  }
  await trx.deleteFrom('import_change').where('import_id', '=', importId).execute();
  return { restored, edited };
}

/** Gives what stood before a change to the import that changed the same product next. */
async function handOver(trx: WriteAccess, change: ImportChangeTable): Promise<void> {
  await trx
    .updateTable('import_change')
    .set({ before: change.before })
    .where('entity', '=', change.entity)
    .where('entity_id', '=', change.entity_id)
    .where('version_after', '=', change.version_after + 1)
    .execute();
}

async function restoreOther(
  trx: WriteAccess,
  { entity, entity_id: id, before }: ImportChangeTable,
): Promise<void> {
  if (entity === 'column_mapping') {
    const mapping = JSON.parse(before) as Record<string, SqlValue>;
    await trx.updateTable('column_mapping').set(mapping).where('signature', '=', id).execute();
  } else if (entity === 'product_component') {
    await writeComponents(trx, id, JSON.parse(before) as ProductComponentTable[]);
  } else if (entity === 'barcode') {
    const { barcode } = JSON.parse(before) as { barcode: string };
    await trx.deleteFrom('barcode').where('product_id', '=', id).where('barcode', '=', barcode).execute();
  }
}
