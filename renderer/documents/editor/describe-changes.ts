import { fen, formatFen } from '#app/core/fen.ts';
import type { SheetChange } from '#app/core/stock-problems.ts';
import { sheetChanges } from '#app/stock/sheet-changes.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { query } from '../../api/client.ts';
import type { OutputOf } from '../../api/contract.ts';
import type { KeptSheet } from './sheet-state.ts';

export interface DescribedChange {
  readonly key: string;
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

type Names = ReadonlyMap<string, string>;

/** What another window changed, in the words of the screen: names for ids, yuan for fen. */
export async function describeChanges(
  before: KeptSheet,
  after: KeptSheet,
  warehouses: OutputOf<'stock.warehouses'>,
  t: Catalogue,
): Promise<DescribedChange[]> {
  const changes = sheetChanges(before, after);
  const names = await namesIn(changes, warehouses);
  const words = t.documents.changed;
  return changes.map((change, index) => {
    const field = (words.fields as Readonly<Record<string, string>>)[change.field] ?? change.field;
    const place = change.line === null ? words.head : words.line({ line: change.line });
    return {
      key: String(index),
      where: `${place} · ${field}`,
      before: shown(change.field, change.before, names, t),
      after: shown(change.field, change.after, names, t),
    };
  });
}

async function namesIn(
  changes: readonly SheetChange[],
  warehouses: OutputOf<'stock.warehouses'>,
): Promise<Names> {
  const names = new Map(warehouses.map(({ id, name }) => [id, name]));
  const idsOf = (field: string): string[] => [
    ...new Set(
      changes
        .filter((change) => change.field === field)
        .flatMap(({ before, after }) => [before, after])
        .filter((id) => id !== ''),
    ),
  ];
  const ids = idsOf('productId');
  for (const product of ids.length === 0 ? [] : await query('sheets.products', { ids }))
    names.set(product.id, `${product.code} ${product.name}`);
  for (const id of idsOf('partnerId')) names.set(id, (await query('partners.get', { id })).name);
  for (const id of idsOf('originId')) {
    const { document } = await query('documents.get', { id });
    names.set(id, document.number);
  }
  return names;
}

function shown(field: string, value: string, names: Names, t: Catalogue): string {
  if (value === '') return t.documents.changed.empty;
  if (field === 'unitPrice') return formatFen(fen(Number(value)));
  if (field === 'reason') return (t.stockWords.reasons as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'condition')
    return (t.stockWords.conditions as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'restFollows') return value === 'true' ? t.documents.restComes : t.documents.restLost;
  if (field === 'lot') return lotText(JSON.parse(value));
  return names.get(value) ?? value;
}

function lotText(lot: unknown): string {
  if (typeof lot !== 'object' || lot === null) return '';
  const { code, lotId, productionDay, expiryDay } = lot as Readonly<Record<string, unknown>>;
  return [code ?? lotId, productionDay, expiryDay].filter((part) => typeof part === 'string').join(' ');
}
