import { query } from '../api/client.ts';
import { firstMeaning } from './first-meaning.ts';
import { scanKinds } from './kinds.ts';
import { lastTaken, lineKey, mostUnits, refuse, take } from './session.ts';
import type { LineLot, Session } from './session.ts';
import type { RecentProblem } from './recent-problem.ts';
import type { Chosen, ExpectedLine, KnownLot, ScanState, Work } from './state.ts';

interface SaidCode {
  /** What may be meant, the likeliest first. */
  readonly texts: readonly string[];
  readonly times: number;
  readonly isTyped: boolean;
}

/** Finds out what a text means, and takes it where there is nothing to ask. */
export async function takeText(work: Work, { texts, times, isTyped }: SaidCode): Promise<void> {
  const { head } = work.state();
  const { answer: result } = await firstMeaning(texts, { warehouseId: head.warehouse.id, search: isTyped });
  work.change({ times: null, error: null });
  const options = result.matches.map((match): Chosen => ({
    match,
    times,
    text: result.read.text,
    besideOrder: false,
    problem: result.problem,
  }));
  const [only] = options;
  if (only === undefined) {
    refuseText(
      work,
      result.read.text,
      result.problem ?? { code: 'unknown', found: result.read.text, expected: '' },
    );
  } else if (options.length > 1 || only.match.by === 'search') {
    work.sound('warn');
    work.change({ question: { kind: 'choose', options } });
  } else if (result.problem !== null) {
    work.sound('warn');
    work.change({ question: { kind: 'confirm', chosen: only, problem: result.problem } });
  } else await proceed(work, only);
}

export function refuseText(work: Work, text: string, problem: RecentProblem): void {
  work.sound('bad');
  work.change({ session: refuse(work.state().session, text, problem) });
}

/** What is still to be known of a chosen product: whether it may stand beside the order, and its batch. Then takes it. */
export async function proceed(work: Work, chosen: Chosen): Promise<void> {
  const state = work.state();
  work.change({ question: null });
  if (chosen.match.quantity * chosen.times > mostUnits) {
    refuseText(work, chosen.text, { code: 'times.tooMany', found: String(chosen.times), expected: '' });
    return;
  }
  const isExpected =
    state.head.order === null ||
    state.expected.some(({ productId }) => productId === chosen.match.product.id);
  if (!isExpected && !chosen.besideOrder) {
    const problem: RecentProblem = {
      code: 'order.without',
      found: chosen.match.product.name,
      expected: state.head.order?.name ?? '',
    };
    work.sound('warn');
    work.change({ question: { kind: 'confirm', chosen: { ...chosen, besideOrder: true }, problem } });
    return;
  }
  const lot = lotOf(chosen);
  if (scanKinds[state.kind].goods === 'out' || !chosen.match.product.lotControl) {
    takeLot(work, chosen, lot);
    return;
  }
  if (lot !== null) withExpiry(work, chosen, lot, chosen.match.lot?.lotId !== null);
  else await askLot(work, chosen);
}

function lotOf({ match, problem }: Chosen): LineLot | null {
  if (match.lot === null) return null;
  // The person has seen that the days differ: those that are known hold.
  const isKnown = problem?.code === 'lot.differs';
  return {
    code: match.lot.code,
    productionDay: isKnown ? null : match.productionDay,
    expiryDay: isKnown ? null : match.expiryDay,
  };
}

/** Unit after unit of one product is mostly of one batch; another product, or another batch, is asked for. */
async function askLot(work: Work, chosen: Chosen): Promise<void> {
  const { session, head } = work.state();
  const { product } = chosen.match;
  const last = lastTaken(session);
  const before = session.lines.find((line) => last !== undefined && lineKey(line) === last.lineKey);
  if (before?.product.id === product.id && before.lot !== null) {
    takeLot(work, chosen, before.lot);
    return;
  }
  const stored = await query('sheets.lots', { productId: product.id, warehouseId: head.warehouse.id });
  work.sound('warn');
  work.change({ question: { kind: 'lot', chosen, lots: knownLots(session, product.id, stored) } });
}

/** More than a person can choose by number are typed. */
const mostLots = 9;

/** Batches of this document first. */
function knownLots(session: Session, productId: string, stored: readonly KnownLot[]): KnownLot[] {
  const here = session.lines.flatMap(({ product, lot }) =>
    product.id === productId && lot !== null ? [{ ...lot, onHand: null }] : [],
  );
  const codes = new Set(here.map(({ code }) => code));
  const others = stored.map(({ code, productionDay, expiryDay, onHand }) => ({
    code,
    productionDay,
    expiryDay,
    onHand,
  }));
  return [...here, ...others.filter(({ code }) => !codes.has(code))].slice(0, mostLots);
}

/** A new batch needs its day, unless the shelf life gives it. */
export function withExpiry(work: Work, chosen: Chosen, lot: LineLot, isKnown: boolean): void {
  const { shelfLifeDays } = chosen.match.product;
  const isGiven = lot.productionDay !== null && shelfLifeDays !== null;
  if (isKnown || lot.expiryDay !== null || isGiven) {
    takeLot(work, chosen, lot);
    return;
  }
  work.sound('warn');
  work.change({ question: { kind: 'expiry', chosen, lot, isWrong: false } });
}

export function takeLot(work: Work, chosen: Chosen, lot: LineLot | null): void {
  const state = work.state();
  const { match } = chosen;
  const expected = expectedFor(state, match.product.id);
  const isIn = scanKinds[state.kind].kind === 'receipt';
  const price = isIn ? match.product.purchasePrice : match.product.listPrice;
  const over = overOrder(state, expected, match.quantity * chosen.times);
  const problem = chosen.problem ?? over;
  const tone = problem === null ? 'good' : 'warn';
  work.change({
    question: null,
    error: null,
    session: take(state.session, {
      match,
      lot,
      times: chosen.times,
      text: chosen.text,
      orderLine: expected?.line ?? null,
      unitPrice: expected?.unitPrice ?? price,
      tone,
      problem,
    }),
  });
  work.sound(tone);
  work.keep();
}

/** The first line of the order that is not yet filled, else the last of the product. */
function expectedFor({ expected, session }: ScanState, productId: string): ExpectedLine | undefined {
  const lines = expected.filter((line) => line.productId === productId);
  return lines.find((line) => takenOf(session, line.line) < line.open) ?? lines.at(-1);
}

export function takenOf({ lines }: Session, orderLine: number): number {
  return lines.reduce((sum, line) => sum + (line.orderLine === orderLine ? line.quantity : 0), 0);
}

function overOrder(
  { session }: ScanState,
  expected: ExpectedLine | undefined,
  more: number,
): RecentProblem | null {
  if (expected === undefined) return null;
  const taken = takenOf(session, expected.line) + more;
  if (taken <= expected.open) return null;
  return { code: 'order.over', found: String(taken), expected: String(expected.open) };
}
