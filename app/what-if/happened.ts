import { fen } from '../core/fen.ts';
import { stockDays, turnover } from './measures.ts';
import type { ReplayMeasures } from './types.ts';

/** What the ledger says of the same days. What was asked for and not there is not in any book: service and lost sales stay unknown. */
export function happenedMeasures(
  was: {
    readonly unitDays: number;
    readonly valueDays: number;
    readonly scrapped: number;
    readonly scrappedValue: number;
    readonly receipts: number;
    readonly receiptLines: number;
  },
  sold: number,
  days: number,
): ReplayMeasures {
  const meanStock = was.unitDays / days;
  return {
    days,
    demand: null,
    sold,
    fillRate: null,
    lost: null,
    lostValue: null,
    meanStock,
    meanStockValue: fen(Math.round(was.valueDays / days)),
    stockDays: stockDays(meanStock, sold, days),
    turnover: turnover(sold, meanStock, days),
    expired: was.scrapped,
    expiredValue: fen(Math.round(was.scrappedValue)),
    orders: was.receipts,
    orderLines: was.receiptLines,
  };
}
