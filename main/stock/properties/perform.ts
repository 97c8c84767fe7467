import { sql } from 'kysely';

import { AppError } from '#app/core/errors.ts';
import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { stockSheet } from '#app/stock/stock-sheet.ts';
import type { StockSheetInput } from '#app/stock/stock-sheet.ts';
import { originLines } from '#db/queries/stock/facts-related.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import type { Write } from '#db/store.ts';

import { postSheet } from '../post-sheet.ts';
import { reverseDocument } from '../reverse-document.ts';
import { reasons } from './operations.ts';
import type { Operation, WrittenLine } from './operations.ts';
import { dayOf } from './world.ts';
import type { Goods, World } from './world.ts';

export interface Posted {
  readonly id: string;
  readonly kind: string;
  readonly day: BusinessDay;
  readonly warehouse: string;
  /** The document that it takes back. */
  readonly reverses: string | null;
}

export interface Outcome {
  readonly operation: Operation;
  readonly posted: Posted | null;
  /** The code it was refused with; null where it was posted or there was nothing to do. */
  readonly refusal: AppError | null;
}

const device = 'T1';
const now = new Date('2026-11-22T08:00:00Z');

/** Does one step; what is refused leaves nothing. */
export async function perform(
  write: Write,
  world: World,
  goods: Goods,
  operation: Operation,
  before: readonly Posted[],
): Promise<Outcome> {
  await sql`SAVEPOINT step`.execute(write.trx);
  try {
    const posted = await attempt(write, world, goods, operation, before);
    await sql`RELEASE step`.execute(write.trx);
    return { operation, posted, refusal: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await sql`ROLLBACK TO step`.execute(write.trx);
    await sql`RELEASE step`.execute(write.trx);
    return { operation, posted: null, refusal: error };
  }
}

async function attempt(
  write: Write,
  world: World,
  goods: Goods,
  operation: Operation,
  before: readonly Posted[],
): Promise<Posted | null> {
  switch (operation.type) {
    case 'write': {
      const sheet = await writtenSheet(write, world, goods, operation, before);
      return post(write, sheet, operation.anchors);
    }
    case 'sets': {
      const { kind, day, inBlock, quantity } = operation;
      const warehouseId = inBlock ? world.block : world.allow;
      const lines = [{ productId: goods.set, quantity }];
      return post(write, { kind, day: dayOf(day), warehouseId, lines }, 'refuse');
    }
    case 'arrive':
      return arrive(write, operation, before);
    case 'count':
      return count(write, world, goods, operation);
    case 'reverse': {
      const target = before[operation.which % Math.max(1, before.length)];
      if (target === undefined) return null;
      const day = addDays(target.day, operation.late);
      const terms = { device, now, negative: 'rule', anchors: operation.anchors, day } as const;
      const { id } = await reverseDocument(write, target.id, terms);
      return { id, kind: target.kind, day, warehouse: target.warehouse, reverses: target.id };
    }
  }
}

async function post(
  write: Write,
  input: StockSheetInput,
  anchors: 'refuse' | 'keep' | 'change',
): Promise<Posted> {
  const sheet = stockSheet.parse(input);
  const terms = { device, now, negative: 'rule', anchors, actor: 'tester' } as const;
  const { id } = await postSheet(write, sheet, terms);
  return { id, kind: sheet.kind, day: sheet.day, warehouse: sheet.warehouseId, reverses: null };
}

const partnerOf = { receipt: 'supplier', supplier_return: 'supplier' } as const;
const exchanges: readonly string[] = ['exchange_in', 'exchange_out'];
const comesIn: readonly string[] = ['receipt', 'exchange_in', 'customer_return'];

async function writtenSheet(
  write: Write,
  world: World,
  goods: Goods,
  operation: Extract<Operation, { type: 'write' }>,
  before: readonly Posted[],
): Promise<StockSheetInput> {
  const { kind, day, inBlock, lines, answers } = operation;
  const head: Omit<StockSheetInput, 'lines'> = {
    kind,
    day: dayOf(day),
    warehouseId: inBlock ? world.block : world.allow,
    toWarehouseId: kind === 'transfer_out' ? (inBlock ? world.allow : world.block) : null,
    partnerId: kind in partnerOf ? world.supplier : exchanges.includes(kind) ? world.distributor : null,
    reason: reasons[lines.length % reasons.length],
  };
  const answered =
    answers && (kind === 'customer_return' || kind === 'supplier_return')
      ? await answeringLines(write, kind, before)
      : undefined;
  if (answered !== undefined) return { ...head, ...answered };
  return { ...head, lines: lines.map((line) => writtenLineOf(kind, goods, line)) };
}

function writtenLineOf(kind: string, goods: Goods, line: WrittenLine): StockSheetInput['lines'][number] {
  const isIn = comesIn.includes(kind);
  const takesOut = kind === 'adjustment' && line.lot === 0;
  const lot =
    (isIn || (kind === 'adjustment' && !takesOut)) && (line.product === 'batched' || line.lot > 0)
      ? { code: `L${line.lot}`, expiryDay: dayOf(20 + line.lot * 100) }
      : null;
  return {
    productId: goods[line.product],
    quantity: takesOut ? -line.quantity : line.quantity,
    unitPrice: line.price,
    lot,
  };
}

/** Part of each line of an earlier issue or receipt, brought back. */
async function answeringLines(
  write: Write,
  kind: 'customer_return' | 'supplier_return',
  before: readonly Posted[],
): Promise<Pick<StockSheetInput, 'originId' | 'warehouseId' | 'lines'> | undefined> {
  const wanted = kind === 'customer_return' ? 'issue' : 'receipt';
  const reversed = new Set(before.map(({ reverses }) => reverses));
  const origin = before.findLast(
    (document) => document.kind === wanted && document.reverses === null && !reversed.has(document.id),
  );
  if (origin === undefined) return undefined;
  const lines = await originLines(write.trx, origin.id, 'main');
  return {
    originId: origin.id,
    warehouseId: origin.warehouse,
    lines: lines.map(({ line, productId, quantity }) => ({
      productId,
      quantity: Math.ceil(quantity / 2),
      originLine: line,
    })),
  };
}

async function arrive(
  write: Write,
  { which, late, difference, restFollows }: Extract<Operation, { type: 'arrive' }>,
  before: readonly Posted[],
): Promise<Posted | null> {
  const dispatches = before.filter(({ kind, reverses }) => kind === 'transfer_out' && reverses === null);
  const dispatch = dispatches[which % Math.max(1, dispatches.length)];
  if (dispatch === undefined) return null;
  const target = await write.trx
    .selectFrom('stock_document')
    .select('to_warehouse_id')
    .where('id', '=', dispatch.id)
    .executeTakeFirstOrThrow();
  const open = (await originLines(write.trx, dispatch.id, 'counter')).filter((line) => line.open > 0);
  if (open.length === 0) return null;
  return post(
    write,
    {
      kind: 'transfer_in',
      day: addDays(dispatch.day, late),
      warehouseId: target.to_warehouse_id ?? '',
      originId: dispatch.id,
      lines: open.map((line) => ({
        productId: line.productId,
        quantity: Math.max(0, line.open + difference),
        originLine: line.line,
        restFollows,
      })),
    },
    'change',
  );
}

/** A count of what lies there without a batch, as the day ended. */
async function count(
  write: Write,
  world: World,
  goods: Goods,
  { day, inBlock, product, counted }: Extract<Operation, { type: 'count' }>,
): Promise<Posted> {
  const warehouse = inBlock ? world.block : world.allow;
  const on = dayOf(day);
  const { rows } = await sql<{ held: number }>`SELECT ifnull(sum(quantity), 0) AS held FROM stock_ledger
    WHERE product_id = ${goods[product]} AND warehouse_id = ${warehouse} AND lot_id IS NULL AND day <= ${on}`.execute(
    write.trx,
  );
  const quantity = counted - (rows[0]?.held ?? 0);
  const key = { productId: goods[product], warehouseId: warehouse, lotId: null };
  const { id } = await postStockDocument(
    write,
    { kind: 'stocktake', day: on, lines: quantity === 0 ? [] : [{ ...key, quantity, costFen: null }] },
    { device, now, negative: 'rule', anchors: 'change' },
  );
  await write.trx
    .insertInto('stock_anchor')
    .values({
      product_id: key.productId,
      warehouse_id: key.warehouseId,
      lot_key: '',
      day: on,
      document_id: id,
      quantity: counted,
    })
    .execute();
  return { id, kind: 'stocktake', day: on, warehouse, reverses: null };
}
