import { settingsSchema } from '#app/core/settings.ts';
import type { Settings, SettingsChange } from '#app/core/settings.ts';

import type { ReadAccess, WriteAccess } from '../store.ts';

/** All settings; a stored value that no longer fits its rule counts as not set. */
export async function getSettings(db: ReadAccess | WriteAccess): Promise<Settings> {
  const rows = await db.selectFrom('setting').selectAll().where('key', 'in', settingKeys).execute();
  const fitting = rows.flatMap(({ key, value }) => {
    const parsed = settingsSchema.shape[key as keyof Settings].safeParse(JSON.parse(value));
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return settingsSchema.parse(Object.fromEntries(fitting));
}

/** Writes those that are given. */
export async function saveSettings(trx: WriteAccess, change: SettingsChange): Promise<void> {
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const text = JSON.stringify(value);
    await trx
      .insertInto('setting')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
      .execute();
  }
}

const settingKeys = Object.keys(settingsSchema.shape);
