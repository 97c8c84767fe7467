import { applySheetChange, sheetVersionChange } from '#app/stock/sheet-version.ts';
import type { SheetVersionChange } from '#app/stock/sheet-version.ts';
import { stockSheet } from '#app/stock/stock-sheet.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';

import { newId } from '../../ids.ts';
import type { WriteAccess } from '../../store.ts';

/** What is kept of a version: all of it, or what it changed of the one before. */
type KeptVersion = { readonly version: number } & (
  | { readonly sheet: unknown }
  | { readonly change: SheetVersionChange }
);

export interface DraftVersion {
  readonly id: string;
  readonly version: number;
  readonly sheet: StockSheet;
  /** The version before, where there is one. */
  readonly before?: StockSheet | undefined;
}

/** Keeps a version of a draft in the audit: who saved it, when, and what is different, or all of it where that is not more. */
export async function keepDraftVersion(
  trx: WriteAccess,
  { id, version, sheet, before }: DraftVersion,
  { actor, at }: { readonly actor: string; readonly at: string },
): Promise<void> {
  const whole = JSON.stringify({ version, sheet });
  const change =
    before === undefined ? whole : JSON.stringify({ version, change: sheetVersionChange(before, sheet) });
  await trx
    .insertInto('audit')
    .values({
      id: newId(),
      at,
      actor,
      action: 'draft.version',
      entity: 'stock_draft',
      entity_id: id,
      detail: change.length < whole.length ? change : whole,
    })
    .execute();
}

/** A version as it was saved; nothing where there was none. Versions that were kept whole in former days are read as they are. */
export async function findDraftVersion(
  trx: WriteAccess,
  id: string,
  version: number,
): Promise<StockSheet | undefined> {
  const rows = await trx
    .selectFrom('audit')
    .select('detail')
    .where('entity', '=', 'stock_draft')
    .where('entity_id', '=', id)
    .where('action', '=', 'draft.version')
    .execute();
  const kept = rows
    .map(({ detail }) => JSON.parse(detail) as KeptVersion)
    .filter((one) => one.version <= version)
    .toSorted((a, b) => a.version - b.version);
  if (kept.at(-1)?.version !== version) return undefined;
  const begin = kept.findLastIndex((one) => 'sheet' in one);
  const [first, ...changes] = kept.slice(begin);
  if (first === undefined || !('sheet' in first)) return undefined;
  return changes.reduce(
    (sheet, one) => ('change' in one ? stockSheet.parse(applySheetChange(sheet, one.change)) : sheet),
    stockSheet.parse(first.sheet),
  );
}
