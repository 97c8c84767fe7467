import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { countScope, scopeView } from '#app/stock/count-scope.ts';
import type { CountScopeView } from '#app/stock/count-scope.ts';
import type { StocktakeStatus } from '#app/stock/count-states.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

export interface StocktakeHead {
  readonly id: string;
  readonly number: string;
  readonly warehouseId: string;
  readonly warehouse: string;
  readonly day: BusinessDay;
  readonly scope: CountScopeView;
  readonly blind: boolean;
  readonly status: StocktakeStatus;
  readonly frozenSeq: number;
  readonly note: string;
  readonly actor: string;
  readonly createdAt: string;
}

/** Fails with `notFound`. */
export async function getStocktake(db: ReadAccess | WriteAccess, id: string): Promise<StocktakeHead> {
  return headOf(db, 'stocktake.id', id);
}

/** By its number, as a person or a script names it. Fails with `notFound`. */
export async function getStocktakeByNumber(
  db: ReadAccess | WriteAccess,
  number: string,
): Promise<StocktakeHead> {
  return headOf(db, 'stocktake.number', number.trim().toUpperCase());
}

async function headOf(
  db: ReadAccess | WriteAccess,
  column: 'stocktake.id' | 'stocktake.number',
  value: string,
): Promise<StocktakeHead> {
  const row = await db
    .selectFrom('stocktake')
    .innerJoin('warehouse', 'warehouse.id', 'stocktake.warehouse_id')
    .selectAll('stocktake')
    .select('warehouse.name as warehouse')
    .where(column, '=', value)
    .executeTakeFirst();
  if (row === undefined) throw appError('notFound', { what: 'stocktake', id: value });
  return {
    id: row.id,
    number: row.number,
    warehouseId: row.warehouse_id,
    warehouse: row.warehouse,
    day: row.day,
    scope: scopeView(countScope.parse(JSON.parse(row.scope))),
    blind: row.blind === 1,
    status: row.status,
    frozenSeq: row.frozen_seq,
    note: row.note,
    actor: row.actor,
    createdAt: row.created_at,
  };
}

/** Fails with `stocktake.notCounting` once it is closed or cancelled, and with `notFound`. */
export async function getOpenStocktake(db: ReadAccess | WriteAccess, id: string): Promise<StocktakeHead> {
  const head = await getStocktake(db, id);
  if (head.status !== 'counting')
    throw appError('stocktake.notCounting', { number: head.number, status: head.status });
  return head;
}

/** The document of a count that posted this; for the way from a document back to its list. */
export async function findStocktakeOfDocument(
  db: ReadAccess,
  documentId: string,
): Promise<{ id: string; number: string } | undefined> {
  return db
    .selectFrom('stocktake_document')
    .innerJoin('stocktake', 'stocktake.id', 'stocktake_document.stocktake_id')
    .select(['stocktake.id', 'stocktake.number'])
    .where('stocktake_document.document_id', '=', documentId)
    .executeTakeFirst();
}
