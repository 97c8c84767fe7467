import { mutate } from '../api/client.ts';
import { lastCounted, mostAtOnce, mostOptions } from './counting-state.ts';
import type { CountMatch, CountTarget, RecentCount } from './counting-state.ts';
import { ask, refuse, took } from './counting-work.ts';
import type { Work } from './counting-work.ts';

interface Scanned {
  readonly text: string;
  readonly times: number;
  readonly productId?: string;
}

export async function scan(work: Work, { text, times, productId }: Scanned): Promise<void> {
  work.change({ times: null });
  if (times > mostAtOnce) return work.sound('bad');
  const outcome = await mutate('stocktakes.scan', {
    id: work.id,
    text,
    times,
    askQuantity: work.state().mode === 'askQuantity',
    ...(productId === undefined ? {} : { productId }),
  });
  switch (outcome.kind) {
    case 'counted':
      return took(work, outcome.counted);
    case 'unknown':
      return refuse(work, text, outcome.misread ? 'misread' : 'unknown');
    case 'product':
      return ask(work, { ...outcome, text, times }, 'warn');
    case 'notListed':
      return ask(work, { ...outcome, times, targets: outcome.targets.slice(0, mostOptions) }, 'bad');
    case 'lot':
      return ask(work, { ...outcome, times, targets: outcome.targets.slice(0, mostOptions) }, 'warn');
    case 'quantity':
      return ask(work, { ...outcome, times }, 'warn');
  }
}

export async function countTarget(
  work: Work,
  match: CountMatch,
  { line, lotId }: CountTarget,
  quantity: number,
): Promise<void> {
  const { id } = work;
  const lot = lotId === null ? null : { lotId };
  const counted =
    line === null
      ? await mutate('stocktakes.countFound', { id, productId: match.product.id, lot, quantity })
      : await mutate('stocktakes.countOnLine', { id, line, quantity });
  took(work, counted);
}

type GoodsLot = NonNullable<Parameters<typeof mutate<'stocktakes.countFound'>>[1]>['lot'];

export async function addGoods(
  work: Work,
  match: CountMatch,
  lot: GoodsLot,
  quantity: number,
): Promise<void> {
  took(
    work,
    await mutate('stocktakes.countFound', { id: work.id, productId: match.product.id, lot, quantity }),
  );
}

type CountedEntry = Extract<RecentCount, { readonly kind: 'counted' }>;

export async function takeBack(work: Work): Promise<void> {
  if (work.state().times !== null) return work.change({ times: null });
  const last = lastCounted(work.state().recent);
  if (last === undefined) return work.sound('bad');
  await takeOff(work, last);
  return work.sound('warn');
}

/** The last scan counts another quantity. */
export async function correct(work: Work, last: CountedEntry, quantity: number): Promise<void> {
  await takeOff(work, last);
  if (quantity === 0) return work.sound('warn');
  const counted = await mutate('stocktakes.countOnLine', { id: work.id, line: last.line.line, quantity });
  work.change({ recent: work.state().recent.filter(({ key }) => key !== last.key) });
  return took(work, counted);
}

async function takeOff(work: Work, last: CountedEntry): Promise<void> {
  const { line, added, wasFirst } = last;
  const after = await mutate('stocktakes.takeScanBack', {
    id: work.id,
    line: line.line,
    quantity: added,
    wasFirst,
  });
  work.change({
    recent: work
      .state()
      .recent.map((entry) => (entry.key === last.key ? { ...last, line: after, isUndone: true } : entry)),
  });
  work.onCounted();
}
