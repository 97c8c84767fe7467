import type { ScanMatch, ScanProblemCode } from '#app/stock/scan-types.ts';
import { addToCount } from '#db/queries/stock/stocktake-count.ts';
import { countTargets, ensureCountLine } from '#db/queries/stock/stocktake-found.ts';
import type { CountTarget, FoundGoods } from '#db/queries/stock/stocktake-found.ts';
import { getStocktake } from '#db/queries/stock/stocktake-head.ts';
import { blindLine, getCountLine } from '#db/queries/stock/stocktake-lines.ts';
import type { CountLine } from '#db/queries/stock/stocktake-lines.ts';

import type { Context } from '../server/context.ts';
import { scan } from './scan/scan.ts';

/** What a scan came to. Only `counted` has written anything. */
export type ScanOutcome =
  | { readonly kind: 'counted'; readonly counted: CountedScan }
  /** It is clear what was scanned; how many there are is asked before anything is written. */
  | { readonly kind: 'quantity'; readonly match: ScanMatch; readonly target: CountTarget }
  | { readonly kind: 'lot'; readonly match: ScanMatch; readonly targets: readonly CountTarget[] }
  | { readonly kind: 'product'; readonly matches: readonly ScanMatch[] }
  | { readonly kind: 'notListed'; readonly match: ScanMatch; readonly targets: readonly CountTarget[] }
  | { readonly kind: 'unknown'; readonly text: string; readonly misread: boolean };

export interface CountedScan {
  readonly line: CountLine;
  readonly added: number;
  /** Nothing was counted of it before. */
  readonly wasFirst: boolean;
}

export interface ScanToCount {
  readonly id: string;
  readonly text: string;
  /** Of several products with the barcode, the one that was chosen. */
  readonly productId?: string | undefined;
  /** The scan counts so many times. */
  readonly times: number;
  /** Asks how many instead of counting what the code stands for. */
  readonly askQuantity: boolean;
}

/** What a code leaves in doubt, so that the batch is asked for although the code names one. */
const doubtfulLot: ReadonlySet<ScanProblemCode> = new Set([
  'separator.lost',
  'lot.differs',
  'elements.invalid',
]);

/** Counts what was scanned where it is clear what that is, and says what has to be chosen where it is not. */
export async function scanToCount(context: Context, asked: ScanToCount): Promise<ScanOutcome> {
  const { read } = context.store;
  const { warehouseId } = await getStocktake(read, asked.id);
  const { text } = asked;
  const { matches: all, problem } = await scan(read, { text, warehouseId }, context.clock.today());
  const matches = all.filter(
    ({ product }) =>
      product.kind !== 'service' && (asked.productId === undefined || product.id === asked.productId),
  );
  const [first] = matches;
  if (first === undefined) return { kind: 'unknown', text, misread: problem?.code === 'checkDigit' };
  if (matches.length > 1) return { kind: 'product', matches };
  const match = problem !== null && doubtfulLot.has(problem.code) ? { ...first, lot: null } : first;
  const targets = await countTargets(read, asked.id, match.product.id);
  const target = meant(match, targets);
  if (target?.line === undefined || target.line === null) {
    const isListed = targets.some(({ line }) => line !== null);
    if (!isListed || match.lot !== null) return { kind: 'notListed', match, targets };
    return { kind: 'lot', match, targets };
  }
  const quantity = match.quantity * asked.times;
  if (asked.askQuantity || problem?.code === 'case.assumed') return { kind: 'quantity', match, target };
  return { kind: 'counted', counted: await countOnLine(context, asked.id, target.line, quantity) };
}

/** The line that a scan means: that of the batch it names, or the only one of its product. */
function meant({ lot, product }: ScanMatch, targets: readonly CountTarget[]): CountTarget | undefined {
  const listed = targets.filter(({ line }) => line !== null);
  if (lot !== null) return listed.find((target) => target.lot === lot.code);
  const [only] = listed;
  if (only === undefined || listed.length > 1) return undefined;
  // Without a batch of its own the line cannot take goods that must have one.
  return product.lotControl && only.lotId === null ? undefined : only;
}

/** Adds to a line; another window's scans of the same goods are not lost. */
export async function countOnLine(
  context: Context,
  id: string,
  line: number,
  quantity: number,
): Promise<CountedScan> {
  const { store, clock, actor } = context;
  const terms = { now: clock.now(), today: clock.today(), actor };
  const audit = { actor, action: 'count', entity: 'stocktake', entityId: id, detail: { line, quantity } };
  return store.transact(audit, async ({ trx }) => {
    const before = await addToCount(trx, id, { line, quantity }, terms);
    const { blind } = await getStocktake(trx, id);
    const counted = await getCountLine(trx, id, line);
    return { line: blind ? blindLine(counted) : counted, added: quantity, wasFirst: before === null };
  });
}

/** Puts goods that were found on the list, where they are not on it, and counts them. */
export async function countFound(
  context: Context,
  id: string,
  goods: FoundGoods,
  quantity: number,
): Promise<CountedScan> {
  const { store, clock, actor } = context;
  const terms = { now: clock.now(), today: clock.today(), actor };
  const audit = { actor, action: 'found', entity: 'stocktake', entityId: id, detail: { ...goods, quantity } };
  return store.transact(audit, async ({ trx }) => {
    const line = await ensureCountLine(trx, id, goods, terms);
    const before = await addToCount(trx, id, { line, quantity }, terms);
    const { blind } = await getStocktake(trx, id);
    const counted = await getCountLine(trx, id, line);
    return { line: blind ? blindLine(counted) : counted, added: quantity, wasFirst: before === null };
  });
}
