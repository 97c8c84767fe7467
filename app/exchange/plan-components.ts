import { ensureProduct, readProduct } from './product-index.ts';
import type { ProductReference } from './product-index.ts';
import type { RowCursor } from './row-cursor.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

interface ComponentRow {
  readonly set: ProductReference;
  readonly part: ProductReference;
  readonly quantity: number;
}

function readRow(cursor: RowCursor, context: PlanContext): ComponentRow | null {
  const set = { code: cursor.text('setCode'), name: cursor.text('setName') };
  if (set.code === '' && !cursor.refused('setCode')) cursor.note('setCode', 'product.missing');
  const part = readProduct(cursor, context.products);
  const quantity = cursor.quantity('quantity');
  if (quantity === null && !cursor.refused('quantity')) cursor.note('quantity', 'quantity.missing');
  if (quantity !== null && quantity <= 0) cursor.note('quantity', 'quantity.invalid', { expected: '> 0' });
  if (part !== null && part.code === set.code)
    cursor.note('productCode', 'component.invalid', { found: part.code });
  return cursor.rejected || part === null || quantity === null ? null : { set, part, quantity };
}

/** Rows of one set, in the order of the file. */
type Sets = Map<string, { code: string; quantity: number; row: number }[]>;

/** True where the row is a duplicate. */
function readComponent(context: PlanContext, task: SheetTask, sets: Sets): boolean {
  const { cursor } = task;
  const row = readRow(cursor, context);
  if (row === null) return false;
  const { set, part, quantity } = row;
  const place = `component\u001F${set.code}\u001F${part.code}`;
  const same = seenBefore(context, task, `${place}\u001F${quantity}`);
  const other = seenBefore(context, task, place);
  if (same !== null) cursor.note(null, 'line.repeated', { found: part.code, expected: same });
  else if (other !== null) cursor.note('productCode', 'code.repeated', { found: part.code, expected: other });
  if (same !== null || other !== null) return true;
  ensureProduct(cursor, context, set);
  ensureProduct(cursor, context, part);
  const parts = sets.get(set.code) ?? [];
  parts.push({ code: part.code, quantity, row: cursor.row });
  sets.set(set.code, parts);
  return false;
}

/** The list as the store has it already. */
function isKnown(
  context: PlanContext,
  code: string,
  parts: readonly { code: string; quantity: number }[],
): boolean {
  const known = new Map(context.known.stock.components.get(code)?.map((one) => [one.code, one.quantity]));
  return known.size === parts.length && parts.every((part) => known.get(part.code) === part.quantity);
}

/** Plans what sets are made of. A set's list is taken whole: parts that the file does not name are no parts any more. */
export function planComponents(context: PlanContext, task: SheetTask): void {
  const { cursor, outcomes } = task;
  const sets: Sets = new Map();
  for (const row of task.rows) {
    cursor.start(row);
    settle(task, readComponent(context, task, sets));
    task.tick();
  }
  for (const [code, parts] of sets) {
    const kind = context.products.values(code)?.kind;
    if (kind === 'set' && isKnown(context, code, parts)) {
      for (const { row } of parts) {
        cursor.start({ number: row, cells: [] });
        cursor.note(null, 'row.unchanged', { found: code });
        outcomes.set(row, 'duplicate');
      }
      continue;
    }
    context.sets.set(code, {
      code,
      components: parts.map((part) => ({ code: part.code, quantity: part.quantity })),
    });
    if (kind !== 'set') makeSet(context, task, code, parts[0]?.row ?? 0);
  }
}

function makeSet(context: PlanContext, { cursor, outcomes }: SheetTask, code: string, row: number): void {
  const planned = context.products.planned.get(code);
  const values = { ...planned?.values, kind: 'set' as const };
  const source = planned?.source ?? { sheet: cursor.sheet, row };
  context.products.plan({ code, action: planned?.action ?? 'update', values, source });
  cursor.start({ number: row, cells: [] });
  cursor.note('setCode', 'product.set', { found: code });
  outcomes.set(row, 'corrected');
}
