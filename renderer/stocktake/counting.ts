import { isGtin } from '#app/stock/barcode.ts';
import { mutate } from '../api/client.ts';
import { lastCounted, mostAtOnce, mostOptions, optionCount, shownRecent } from './counting-state.ts';
import type {
  CountMatch,
  CountQuestion,
  CountTarget,
  CountedLine,
  CountingState,
  RecentCount,
} from './counting-state.ts';

export type CountAction =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'accept' | 'cancel' | 'undo' | 'up' | 'down' | 'mode' };

export interface Counting {
  readonly state: () => CountingState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What a scanner or a person has said; one after another, however fast they come. */
  readonly act: (action: CountAction) => void;
}

interface Around {
  readonly id: string;
  readonly mode: CountingState['mode'];
  readonly sound: (tone: 'good' | 'warn' | 'bad') => void;
  /** Something was written. */
  readonly onCounted: () => void;
}

interface Work extends Around {
  readonly state: () => CountingState;
  readonly change: (part: Partial<CountingState>) => void;
  readonly nextKey: () => number;
}

/** The work of the counting screen: what was said goes in, what is to be shown comes out. */
export function createCounting(around: Around): Counting {
  let current: CountingState = {
    mode: around.mode,
    question: null,
    highlighted: 0,
    recent: [],
    error: null,
    isBusy: false,
  };
  const listeners = new Set<() => void>();
  let keys = 0;
  const change = (part: Partial<CountingState>): void => {
    current = { ...current, ...part };
    for (const listener of listeners) listener();
  };
  const work: Work = { ...around, state: () => current, change, nextKey: () => (keys += 1) };
  let queue: Promise<void> = Promise.resolve();
  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act: (action) => {
      queue = queue
        .then(async () => {
          change({ isBusy: true, error: null });
          await act(work, action);
        })
        .catch((error: unknown) => {
          change({ error });
          around.sound('bad');
        })
        .finally(() => change({ isBusy: false }));
    },
  };
}

async function act(work: Work, action: CountAction): Promise<void> {
  const { question, mode, highlighted } = work.state();
  const options = optionCount(question);
  switch (action.kind) {
    case 'mode':
      return work.change({ mode: mode === 'perScan' ? 'askQuantity' : 'perScan' });
    case 'up':
      return work.change({ highlighted: Math.max(0, highlighted - 1) });
    case 'down':
      return work.change({ highlighted: Math.max(0, Math.min(options - 1, highlighted + 1)) });
    case 'cancel':
      return question === null ? undefined : giveUp(work, question);
    case 'undo':
      return question === null ? takeBack(work) : giveUp(work, question);
    case 'accept':
      return question === null ? undefined : answer(work, question, '');
    case 'text':
      return question === null ? scan(work, action.text) : answer(work, question, action.text);
  }
}

async function scan(work: Work, text: string, productId?: string): Promise<void> {
  const outcome = await mutate('stocktakes.scan', {
    id: work.id,
    text,
    askQuantity: work.state().mode === 'askQuantity',
    ...(productId === undefined ? {} : { productId }),
  });
  switch (outcome.kind) {
    case 'counted':
      return took(work, outcome.counted);
    case 'unknown':
      return refuse(work, text, outcome.misread ? 'misread' : 'unknown');
    case 'product':
      return ask(work, { ...outcome, text }, 'warn');
    case 'notListed':
      return ask(work, { ...outcome, targets: outcome.targets.slice(0, mostOptions) }, 'bad');
    case 'lot':
      return ask(work, { ...outcome, targets: outcome.targets.slice(0, mostOptions) }, 'warn');
    case 'quantity':
      return ask(work, outcome, 'warn');
  }
}

function ask(work: Work, question: CountQuestion, tone: 'warn' | 'bad'): void {
  work.sound(tone);
  work.change({ question, highlighted: 0 });
}

/** `text` is '' for Enter alone. */
async function answer(work: Work, question: CountQuestion, text: string): Promise<void> {
  switch (question.kind) {
    case 'quantity':
      return answerQuantity(work, question, text);
    case 'lot':
      return answerLot(work, question, text);
    case 'product': {
      const match = question.matches[chosen(work, text)];
      if (match === undefined) return work.sound('bad');
      work.change({ question: null });
      return scan(work, question.text, match.product.id);
    }
    case 'notListed':
      if (text === '') return addNotListed(work, question);
      // The person scanned on; what is not listed stays visible as refused.
      giveUp(work, question);
      return scan(work, text);
  }
}

async function answerQuantity(
  work: Work,
  { match, target }: Extract<CountQuestion, { kind: 'quantity' }>,
  text: string,
): Promise<void> {
  const quantity = text === '' ? match.quantity : Number(text.replaceAll(',', ''));
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > mostAtOnce) return work.sound('bad');
  return countTarget(work, match, target, quantity);
}

/** A batch by its place, by its number, or a new one by what stands on the box. */
async function answerLot(
  work: Work,
  { match, targets }: Extract<CountQuestion, { kind: 'lot' }>,
  text: string,
): Promise<void> {
  const target = targets.find(({ lot }) => lot === text) ?? targets[chosen(work, text)];
  if (target !== undefined) return countOrAsk(work, match, target);
  // A barcode where a batch was asked for: the person scanned on.
  if (isGtin(text) || text.length > 64) return work.sound('bad');
  return addGoods(work, match, { code: text, expiryDay: match.expiryDay });
}

function chosen(work: Work, text: string): number {
  if (text === '') return work.state().highlighted;
  return /^[1-9]$/u.test(text) ? Number(text) - 1 : -1;
}

async function countOrAsk(work: Work, match: CountMatch, target: CountTarget): Promise<void> {
  if (work.state().mode === 'askQuantity') return ask(work, { kind: 'quantity', match, target }, 'warn');
  return countTarget(work, match, target, match.quantity);
}

async function countTarget(
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

/** Goods that are not on the list: their batch is asked for where they must have one and the code names none. */
async function addNotListed(
  work: Work,
  { match, targets }: Extract<CountQuestion, { kind: 'notListed' }>,
): Promise<void> {
  const { lot, productionDay, expiryDay } = match;
  if (lot !== null) return addGoods(work, match, { code: lot.code, productionDay, expiryDay });
  if (match.product.lotControl) return ask(work, { kind: 'lot', match, targets }, 'warn');
  return addGoods(work, match, null);
}

type GoodsLot = Parameters<typeof mutate<'stocktakes.countFound'>>[1] extends infer Input
  ? Input extends { readonly lot: infer Lot }
    ? Lot
    : never
  : never;

async function addGoods(work: Work, match: CountMatch, lot: GoodsLot): Promise<void> {
  const { id } = work;
  const input = { id, productId: match.product.id, lot, quantity: match.quantity };
  took(work, await mutate('stocktakes.countFound', input));
}

interface Counted {
  readonly line: CountedLine;
  readonly added: number;
  readonly wasFirst: boolean;
}

function took(work: Work, { line, added, wasFirst }: Counted): void {
  remember(work, { kind: 'counted', key: work.nextKey(), line, added, wasFirst, isUndone: false });
  work.change({ question: null });
  work.sound('good');
  work.onCounted();
}

function refuse(work: Work, text: string, reason: 'unknown' | 'misread' | 'notListed'): void {
  remember(work, { kind: 'refused', key: work.nextKey(), text, reason });
  work.sound('bad');
}

function giveUp(work: Work, question: CountQuestion): void {
  if (question.kind === 'notListed') {
    const { code, name } = question.match.product;
    remember(work, { kind: 'refused', key: work.nextKey(), text: `${code} ${name}`, reason: 'notListed' });
  }
  work.change({ question: null });
}

async function takeBack(work: Work): Promise<void> {
  const { recent } = work.state();
  const last = lastCounted(recent);
  if (last === undefined) return work.sound('bad');
  const { line, added, wasFirst } = last;
  const after = await mutate('stocktakes.takeScanBack', {
    id: work.id,
    line: line.line,
    quantity: added,
    wasFirst,
  });
  work.change({
    recent: recent.map((entry) => (entry === last ? { ...last, line: after, isUndone: true } : entry)),
  });
  work.sound('warn');
  work.onCounted();
}

function remember(work: Work, entry: RecentCount): void {
  work.change({ recent: [entry, ...work.state().recent].slice(0, shownRecent) });
}
