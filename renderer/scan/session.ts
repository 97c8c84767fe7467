import type { ScanMatch } from '#app/stock/scan-types.ts';
import type { RecentProblem } from './recent-problem.ts';

/** What lines need to know of their product. */
export interface LineProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly lotControl: boolean;
  readonly shelfLifeDays: number | null;
}

/** The batch of a line as it stands on the box; days null where the store knows them or nobody does. */
export interface LineLot {
  readonly code: string;
  readonly productionDay: string | null;
  readonly expiryDay: string | null;
}

export interface ScanLine {
  readonly product: LineProduct;
  readonly lot: LineLot | null;
  /** Why this batch though another should go first. */
  readonly lotReason: string;
  /** Base units. */
  readonly quantity: number;
  readonly orderLine: number | null;
  /** Fen a unit. */
  readonly unitPrice: number | null;
}

/** One of the last scans. What was taken can be taken back while `lineKey` is there. */
export interface RecentScan {
  readonly id: number;
  readonly tone: 'good' | 'warn' | 'bad';
  /** What was read. */
  readonly text: string;
  readonly name: string;
  readonly lot: string;
  readonly lineKey: string | null;
  /** Base units of one scan, and how many times it counted. */
  readonly each: number;
  readonly times: number;
  /** What the person should know of it. */
  readonly problem: RecentProblem | null;
}

export interface Session {
  readonly lines: readonly ScanLine[];
  /** The newest first; those that were taken stay as long as they can be undone. */
  readonly recent: readonly RecentScan[];
  /** The line that a number changes; null for the last scan. */
  readonly selected: number | null;
  readonly nextId: number;
}

export const emptySession: Session = { lines: [], recent: [], selected: null, nextId: 1 };

/** What a person has taken: a product in a batch, so and so many times. */
export interface Taking {
  readonly match: Pick<ScanMatch, 'quantity'> & { readonly product: LineProduct };
  readonly lot: LineLot | null;
  readonly times: number;
  readonly text: string;
  readonly orderLine: number | null;
  readonly unitPrice: number | null;
  readonly tone: RecentScan['tone'];
  readonly problem: RecentProblem | null;
}

export const mostUnits = 1_000_000;
/** Scans that can be undone one by one. */
const remembered = 200;

export function lineKey({
  product,
  lot,
  orderLine,
}: Pick<ScanLine, 'product' | 'lot' | 'orderLine'>): string {
  return `${product.id} ${orderLine ?? ''} ${lot?.code ?? ''}`;
}

/** Puts a scan onto its line, or begins one. */
export function take(session: Session, taking: Taking): Session {
  const { match, lot, orderLine, unitPrice, times } = taking;
  const wanted: ScanLine = {
    product: match.product,
    lot,
    lotReason: '',
    quantity: match.quantity * times,
    orderLine,
    unitPrice,
  };
  const key = lineKey(wanted);
  const scan: RecentScan = {
    id: session.nextId,
    tone: taking.tone,
    text: taking.text,
    name: match.product.name,
    lot: lot?.code ?? '',
    lineKey: key,
    each: match.quantity,
    times,
    problem: taking.problem,
  };
  const has = session.lines.some((line) => lineKey(line) === key);
  return {
    lines: has
      ? session.lines.map((line) => (lineKey(line) === key ? joined(line, wanted) : line))
      : [...session.lines, wanted],
    recent: [scan, ...session.recent].slice(0, remembered),
    selected: null,
    nextId: session.nextId + 1,
  };
}

export function joined(line: ScanLine, more: ScanLine): ScanLine {
  return {
    ...line,
    quantity: line.quantity + more.quantity,
    lot:
      line.lot === null || more.lot === null
        ? line.lot
        : {
            ...line.lot,
            productionDay: line.lot.productionDay ?? more.lot.productionDay,
            expiryDay: line.lot.expiryDay ?? more.lot.expiryDay,
          },
  };
}

/** Notes a scan that was not taken. */
export function refuse(session: Session, text: string, problem: RecentProblem): Session {
  const scan: RecentScan = {
    id: session.nextId,
    tone: 'bad',
    text,
    name: '',
    lot: '',
    lineKey: null,
    each: 0,
    times: 0,
    problem,
  };
  return {
    ...session,
    recent: [scan, ...session.recent].slice(0, remembered),
    nextId: session.nextId + 1,
  };
}

export function lastTaken({ recent }: Session): RecentScan | undefined {
  return recent.find((scan) => scan.lineKey !== null);
}

/** Takes the last scan back. */
export function undoLast(session: Session): Session {
  const last = lastTaken(session);
  if (last === undefined) return session;
  return {
    ...session,
    lines: changed(session.lines, last.lineKey, -last.each * last.times),
    recent: session.recent.filter(({ id }) => id !== last.id),
    selected: null,
  };
}

/** The last scan counts so many times; undefined where there is none, or it would be too many. */
export function setTimes(session: Session, times: number): Session | undefined {
  const last = lastTaken(session);
  if (last === undefined || times < 1 || times * last.each > mostUnits) return undefined;
  return {
    ...session,
    lines: changed(session.lines, last.lineKey, last.each * (times - last.times)),
    recent: session.recent.map((scan) => (scan.id === last.id ? { ...scan, times } : scan)),
  };
}

export function unitsOf(lines: readonly ScanLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

function changed(lines: readonly ScanLine[], key: string | null, by: number): ScanLine[] {
  return lines
    .map((line) => (lineKey(line) === key ? { ...line, quantity: line.quantity + by } : line))
    .filter(({ quantity }) => quantity > 0);
}
