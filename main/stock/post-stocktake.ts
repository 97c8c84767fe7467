import { AppError } from '#app/core/errors.ts';
import type { StockShortfall } from '#app/core/stock-problems.ts';
import { getSettings } from '#db/queries/settings.ts';
import type { AnchorPolicy, PostedDocument } from '#db/queries/stock/posting-types.ts';
import { linesToPost, postCounts } from '#db/queries/stock/stocktake-posting.ts';
import type { CountToPost } from '#db/queries/stock/stocktake-posting.ts';

import type { JobHandle } from '../jobs/jobs.ts';
import type { Context } from '../server/context.ts';

export interface StocktakeToPost {
  readonly id: string;
  /** Only these lines; all that can be posted without it. */
  readonly lines?: readonly number[] | undefined;
  /** What becomes of later counts of the same stock. `refuse` where absent. */
  readonly anchors?: AnchorPolicy | undefined;
}

export interface PostedCounts {
  /** One for each day on which lines were counted. */
  readonly documents: readonly PostedDocument[];
  readonly lines: number;
  readonly differences: number;
  /** Balances that would go below zero: their lines stay open and do not hinder the others. */
  readonly short: readonly StockShortfall[];
}

/**
 * Posts what can be posted of a stocktake, as one document for each day of counting. Lines that would leave less than nothing on a later day stay open.
 * Fails with `stocktake.nothingToPost`, with `stock.beforeCount` for later counts of the same stock, and with
 * `stock.wouldGoNegative` where no line is left.
 */
export async function postStocktake(
  { store, clock, actor }: Context,
  { id, lines, anchors }: StocktakeToPost,
  job: Pick<JobHandle, 'report'>,
): Promise<PostedCounts> {
  const { device } = await getSettings(store.read);
  const terms = {
    device,
    now: clock.now(),
    negative: 'rule',
    anchors: anchors ?? 'refuse',
    actor,
  } as const;
  const short: StockShortfall[] = [];
  for (;;) {
    try {
      const audit = { actor, action: 'post', entity: 'stocktake', entityId: id, detail: { chosen: lines } };
      return await store.transact(audit, async (write) => {
        job.report({ phase: 'loading', done: 0, total: null });
        const ready = await linesToPost(write.trx, id, lines);
        const toPost = ready.filter((line) => !short.some((shortfall) => isOf(shortfall, line)));
        job.report({ phase: 'writing', done: 0, total: toPost.length });
        const documents = await postCounts(write, id, toPost, terms);
        const differences = toPost.filter(({ difference }) => difference !== 0).length;
        return { documents, lines: toPost.length, differences, short };
      });
    } catch (error) {
      const found = shortfallsIn(error);
      const ready = found.length === 0 ? [] : await remaining(store, id, lines, [...short, ...found]);
      if (ready.length === 0) throw error;
      short.push(...found);
    }
  }
}

function shortfallsIn(error: unknown): readonly StockShortfall[] {
  if (!(error instanceof AppError) || error.failure.code !== 'stock.wouldGoNegative') return [];
  return error.failure.parameters.shortfalls;
}

/** Lines that would still be posted; none where every one of them falls short. */
async function remaining(
  store: Context['store'],
  id: string,
  chosen: readonly number[] | undefined,
  short: readonly StockShortfall[],
): Promise<readonly CountToPost[]> {
  const ready = await linesToPost(store.read, id, chosen);
  return ready.filter((line) => !short.some((shortfall) => isOf(shortfall, line)));
}

/** A shortfall names its product by code and name, and its batch by number. */
function isOf({ product, lot }: StockShortfall, line: CountToPost): boolean {
  return product === line.product && lot === line.lot;
}
