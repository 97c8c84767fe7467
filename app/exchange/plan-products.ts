import type { PlannedProduct, ProductValues } from './plan-types.ts';
import type { KnownProduct } from './known-store.ts';
import { defaultProductValues } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
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

/** The values a row states; empty cells state nothing, so that they overwrite nothing. */
function readValues(cursor: RowCursor): Draft {
  const draft: Draft = {};
  const name = cursor.text('name');
  const barcode = cursor.text('barcode');
  const category = cursor.text('category');
  const subcategory = cursor.text('subcategory');
  const unit = cursor.text('unit');
  const packSize = cursor.whole('packSize');
  const moq = cursor.whole('moq');
  const leadDays = cursor.whole('leadDays');
  const listPrice = cursor.money('listPrice');
  const status = readStatus(cursor);
  if (name !== '') draft.name = name;
  if (barcode !== '') draft.barcode = barcode;
  if (category !== '') draft.category = category;
  if (subcategory !== '') draft.subcategory = subcategory;
  if (unit !== '') draft.unit = unit;
  if (packSize !== null) draft.packSize = packSize as ProductValues['packSize'];
  if (moq !== null) draft.moq = moq as ProductValues['moq'];
  if (leadDays !== null) draft.leadDays = leadDays;
  if (status !== null) draft.status = status;
  if (listPrice !== null && listPrice < 0) cursor.note('listPrice', 'number.invalid', { expected: '≥ 0' });
  else if (listPrice !== null) draft.listPrice = listPrice;
  return draft;
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
      return { code, action: 'insert', values: { ...defaultProductValues(draft.name), ...draft }, source };
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
  const content = JSON.stringify(Object.values({ ...defaultProductValues(''), ...draft }));
  const before = seenBefore(context, task, `product\u001F${code}`);
  if (before !== null) {
    const same = contents.get(code) === content;
    cursor.note('code', same ? 'line.repeated' : 'code.repeated', { found: code, expected: before });
    return same;
  }
  contents.set(code, content);
  if (planned !== 'unchanged') {
    context.products.plan(planned);
    return false;
  }
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
