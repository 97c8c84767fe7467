import { sql } from 'kysely';

import type { WriteAccess } from '../../store.ts';
import { refuseNegativeKeys } from './negative-days.ts';
import type { TakenLater } from './posting-types.ts';
import { noteTaken } from './stock-keys.ts';
import type { TouchedKey } from './stock-keys.ts';

/** What a transaction of many documents took out, looked at once at its end. */
export interface NegativeCheck extends TakenLater {
  /** Fails with `stock.wouldGoNegative`, naming every balance that the transaction leaves below zero on some day. */
  finish(negative: 'refuse' | 'rule' | 'allow'): Promise<void>;
}

/** Begins before the first document is posted. */
export async function checkNegativeLater(trx: WriteAccess): Promise<NegativeCheck> {
  const { rows } = await sql<{ last: number }>`SELECT ifnull(max(seq), 0) AS last FROM stock_ledger`.execute(
    trx,
  );
  const last = rows[0]?.last ?? 0;
  const taken = new Map<string, TouchedKey>();
  return {
    note: (documents) => noteTaken(taken, documents),
    finish: async (negative) => {
      if (negative !== 'allow')
        await refuseNegativeKeys(trx, [...taken.values()], negative, ({ seq }) => seq > last);
    },
  };
}
