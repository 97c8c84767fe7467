import { daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import { mostDays } from '../calendar/plan-period.ts';
import type { PlannedPromotion } from './planned-types.ts';
import { ensureProduct, readProduct } from './product-index.ts';
import { readDiscount } from './read-discount.ts';
import type { RowCursor } from './row-cursor.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

export function promotionKey(name: string, firstDay: BusinessDay, lastDay: BusinessDay): string {
  return `${name}\u001F${firstDay}\u001F${lastDay}`;
}

type Row = Omit<PlannedPromotion, 'products'> & { readonly productCode: string };

const longestName = 100;

function readDays(cursor: RowCursor): { firstDay: BusinessDay; lastDay: BusinessDay } | null {
  const firstDay = cursor.day('firstDay');
  const lastDay = cursor.day('lastDay');
  if (firstDay === null && !cursor.refused('firstDay')) cursor.note('firstDay', 'date.missing');
  if (lastDay === null && !cursor.refused('lastDay')) cursor.note('lastDay', 'date.missing');
  if (firstDay === null || lastDay === null) return null;
  if (lastDay < firstDay) cursor.note('lastDay', 'period.order', { found: lastDay, expected: firstDay });
  const days = daysBetween(firstDay, lastDay) + 1;
  if (days > mostDays)
    cursor.note('lastDay', 'period.tooLong', { found: String(days), expected: String(mostDays) });
  return { firstDay, lastDay };
}

function discountOf(cursor: RowCursor): number | null {
  const text = cursor.text('discount');
  if (text === '') return null;
  const read = readDiscount(text);
  if (read === null) cursor.note('discount', 'discount.invalid');
  else if (read.wasKept) cursor.note('discount', 'discount.kept', { expected: `${read.discount / 100}%` });
  return read?.discount ?? null;
}

/** The code of the product that the row is for, '' where it is for none. */
function productOf(context: PlanContext, cursor: RowCursor): string {
  const named = (['productCode', 'barcode', 'productName'] as const).some((field) => {
    const cell = cursor.raw(field);
    return cell !== null && cell !== '';
  });
  if (!named) return '';
  const product = readProduct(cursor, context.products);
  if (product === null) return '';
  // A code alone could be a slip; with its name it is a product that comes with the promotion.
  if (product.name !== '') ensureProduct(cursor, context, product);
  else if (!context.products.has(product.code))
    cursor.note('productCode', 'product.unknown', { found: product.code });
  return product.code;
}

function readRow(context: PlanContext, cursor: RowCursor): Row | null {
  const name = cursor.text('promotionName');
  if (name === '' && !cursor.refused('promotionName')) cursor.note('promotionName', 'promotion.nameless');
  if (name.length > longestName)
    cursor.note('promotionName', 'value.tooLong', { expected: String(longestName) });
  const days = readDays(cursor);
  const discount = discountOf(cursor);
  const category = cursor.text('category');
  const productCode = productOf(context, cursor);
  const isOfCategory = category !== '' && productCode === '';
  if (isOfCategory && !hasCategory(context, category))
    cursor.note('category', 'category.unknown', { found: category });
  const note = cursor.text('note');
  if (cursor.rejected || days === null) return null;
  const scope = productCode !== '' ? 'products' : isOfCategory ? 'category' : 'all';
  return { name, ...days, discount, scope, category: isOfCategory ? category : '', note, productCode };
}

function hasCategory({ known, products }: PlanContext, category: string): boolean {
  return (
    known.calendar.categories.has(category) ||
    [...products.planned.values()].some(({ values }) => values.category === category)
  );
}

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask): boolean {
  const { cursor } = task;
  const row = readRow(context, cursor);
  if (row === null) return false;
  const { productCode, ...head } = row;
  const key = promotionKey(row.name, row.firstDay, row.lastDay);
  const place = `promotion\u001F${key}\u001F${productCode}\u001F${row.category}`;
  const same = seenBefore(context, task, `${place}\u001F${row.discount}\u001F${row.note}`);
  const other = seenBefore(context, task, place);
  if (same !== null) cursor.note(null, 'line.repeated', { found: row.name, expected: same });
  else if (other !== null)
    cursor.note('promotionName', 'code.repeated', { found: row.name, expected: other });
  if (same !== null || other !== null) return true;
  if (context.known.calendar.promotions.has(key)) {
    cursor.note(null, 'row.unchanged', { found: row.name });
    return true;
  }
  const product = { code: productCode, discount: row.discount };
  const planned = context.promotions.get(key);
  if (planned === undefined)
    context.promotions.set(
      key,
      productCode === '' ? { ...head, products: [] } : { ...head, discount: null, products: [product] },
    );
  else if (planned.scope !== 'products' || productCode === '')
    cursor.note('promotionName', 'promotion.mixed', { found: row.name });
  else context.promotions.set(key, { ...planned, products: [...planned.products, product] });
  return false;
}

/**
 * Plans the promotions of one sheet. Rows with one name and the same days are one promotion of the products that they name; what
 * stands in the store under that name and those days is left as it is.
 */
export function planPromotions(context: PlanContext, task: SheetTask): void {
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task));
    task.tick();
  }
}
