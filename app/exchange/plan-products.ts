import type { Fen } from '../core/fen.ts';
import type { Quantity } from '../core/quantity.ts';
import { readProductKindWord, readYesNo } from './document-words.ts';
import { isCharge } from './charges.ts';
import { lotKey } from './known-store.ts';
import type { PlannedProduct, ProductValues } from './planned-types.ts';
import type { KnownProduct } from './known-store.ts';
import { defaultProductValues } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
import { tellSharedBarcodes } from './shared-barcodes.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

type Draft = { -readonly [Key in keyof ProductValues]?: ProductValues[Key] };

const active = /^(?:在售|启用|正常|有效|上架|在用|是|active|enabled|yes|true|1)$/iu;
const inactive = /^(?:停用|停售|停产|下架|禁用|无效|淘汰|否|inactive|disabled|discontinued|no|false|0)$/iu;

function readStatus(cursor: RowCursor): ProductValues['status'] | null {
  const text = cursor.text('status');
  if (text === '') return null;
  if (active.test(text)) return 'active';
  if (inactive.test(text)) return 'inactive';
  cursor.note('status', 'status.unknown');
  return null;
}

/** Prices of less than nothing are no prices. */
function readPrice(cursor: RowCursor, field: 'listPrice' | 'purchasePrice'): Fen | null {
  const price = cursor.money(field);
  if (price === null || price >= 0) return price;
  cursor.note(field, 'number.invalid', { expected: '≥ 0' });
  return null;
}

function readWord<Value>(
  cursor: RowCursor,
  field: 'productKind' | 'lotControl',
  read: (text: string) => Value | undefined,
): Value | undefined {
  const text = cursor.text(field);
  const value = text === '' ? undefined : read(text);
  if (text !== '' && value === undefined) cursor.note(field, 'word.unknown', { found: text });
  return value;
}

/** The values a row states; empty cells state nothing, so that they overwrite nothing. */
function readValues(cursor: RowCursor): Draft {
  const lotControl = readWord(cursor, 'lotControl', readYesNo);
  const stated: { readonly [Key in keyof Draft]: Draft[Key] | null | undefined | '' } = {
    name: cursor.text('name'),
    barcode: cursor.text('barcode'),
    category: cursor.text('category'),
    subcategory: cursor.text('subcategory'),
    unit: cursor.text('unit'),
    packSize: cursor.whole('packSize') as Quantity | null,
    moq: cursor.whole('moq') as Quantity | null,
    leadDays: cursor.whole('leadDays'),
    listPrice: readPrice(cursor, 'listPrice'),
    status: readStatus(cursor),
    purchasePrice: readPrice(cursor, 'purchasePrice'),
    kind: readWord(cursor, 'productKind', readProductKindWord),
    lotControl: lotControl === undefined ? undefined : lotControl ? 1 : 0,
    shelfLifeDays: cursor.whole('shelfLife'),
    registrationNumber: cursor.text('registrationNumber'),
    shelf: cursor.text('shelf'),
  };
  const said = Object.entries(stated).filter(
    ([, value]) => value !== '' && value !== null && value !== undefined,
  );
  return Object.fromEntries(said);
}

/** Only what differs from the store. */
function changes(draft: Draft, product: KnownProduct): Draft {
  const entries = Object.entries(draft).filter(
    ([key, value]) => product[key as keyof ProductValues] !== value,
  );
  return Object.fromEntries(entries);
}

/** What the row would do to the store; refused, and said so, where a new product has no name. */
function planProduct(
  cursor: RowCursor,
  context: PlanContext,
  code: string,
  draft: Draft,
): PlannedProduct | 'unchanged' | 'refused' {
  const source = { sheet: cursor.sheet, row: cursor.row };
  const before = context.known.products.get(code);
  if (before === undefined) {
    if (draft.name !== undefined) {
      const values = { ...defaultProductValues(draft.name), ...draft };
      if (draft.kind === undefined && context.options.services && isCharge(code, draft.name)) {
        cursor.note('name', 'product.service', { found: code, expected: draft.name });
        return { code, action: 'insert', values: { ...values, kind: 'service' }, source };
      }
      return { code, action: 'insert', values, source };
    }
    cursor.note('name', 'name.missing', { found: code });
    return 'refused';
  }
  const values = changes(draft, before);
  return Object.keys(values).length === 0 ? 'unchanged' : { code, action: 'update', values, source };
}

function planRow(context: PlanContext, task: SheetTask, contents: Map<string, string>): boolean {
  const { cursor } = task;
  const code = cursor.text('code');
  const draft = readValues(cursor);
  if (code === '' && !cursor.refused('code')) cursor.note('code', 'product.missing');
  if (cursor.rejected) return false;
  const planned = planProduct(cursor, context, code, draft);
  if (planned === 'refused') return false;
  const packBarcode = cursor.text('packBarcode');
  const content = JSON.stringify([packBarcode, ...Object.values({ ...defaultProductValues(''), ...draft })]);
  const before = seenBefore(context, task, `product\u001F${code}`);
  if (before !== null) {
    const same = contents.get(code) === content;
    cursor.note('code', same ? 'line.repeated' : 'code.repeated', { found: code, expected: before });
    return same;
  }
  contents.set(code, content);
  const isNewBarcode = packBarcode !== '' && !context.known.stock.packBarcodes.has(lotKey(packBarcode, code));
  if (isNewBarcode) {
    const size = draft.packSize ?? context.known.products.get(code)?.packSize ?? 1;
    context.barcodes.push({ barcode: packBarcode, productCode: code, quantity: size });
  }
  const barcode = planned === 'unchanged' ? undefined : planned.values.barcode;
  tellSharedBarcodes(cursor, context, code, [
    ...(typeof barcode === 'string' ? [{ field: 'barcode', barcode } as const] : []),
    ...(isNewBarcode ? [{ field: 'packBarcode', barcode: packBarcode } as const] : []),
  ]);
  if (planned !== 'unchanged') {
    context.products.plan(planned);
    return false;
  }
  if (isNewBarcode) return false;
  cursor.note(null, 'row.unchanged', { found: code });
  return true;
}

/** Plans the products of one sheet, before any line is planned that may speak of them. */
export function planProducts(context: PlanContext, task: SheetTask, contents: Map<string, string>): void {
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task, contents));
    task.tick();
  }
}
