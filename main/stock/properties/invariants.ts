import { sql } from 'kysely';

import type { Write } from '#db/store.ts';

import type { Outcome } from './perform.ts';
import { ledgerOf } from './world.ts';
import type { Goods, LedgerRow, World } from './world.ts';

/** What must hold after every step, worked out from the ledger alone, by brute force. Gives the breaches as text. */
export async function breachesOf(
  write: Write,
  world: World,
  goods: Goods,
  before: readonly LedgerRow[],
  outcome: Outcome,
): Promise<string[]> {
  const ledger = await ledgerOf(write, goods);
  return [
    ...(await derivedBreaches(write, goods, ledger)),
    ...appendOnlyBreaches(before, ledger, outcome),
    ...transferBreaches(ledger, world),
    ...(await arrivalBreaches(write, ledger, world, outcome)),
    ...negativeBreaches(before, ledger, world),
    ...reversalBreaches(ledger, outcome),
    ...refusalBreaches(before, outcome),
    ...(await anchorBreaches(write, goods, before, ledger, outcome)),
    ...(await expiryBreaches(write, ledger.slice(before.length))),
  ];
}

function sums(
  rows: readonly LedgerRow[],
  key: (row: LedgerRow) => string,
): Map<string, { quantity: number; cost: number }> {
  const result = new Map<string, { quantity: number; cost: number }>();
  for (const row of rows) {
    const known = result.get(key(row)) ?? { quantity: 0, cost: 0 };
    result.set(key(row), { quantity: known.quantity + row.quantity, cost: known.cost + row.cost });
  }
  return result;
}

const balanceKey = (row: Pick<LedgerRow, 'product' | 'warehouse' | 'lot'>): string =>
  `${row.product} ${row.warehouse} ${row.lot ?? ''}`;
const poolKey = (row: Pick<LedgerRow, 'product' | 'warehouse'>): string => `${row.product} ${row.warehouse}`;

/** Balance = Σ ledger by product, warehouse and batch; value = Σ cost; a pool without stock has no cost. */
async function derivedBreaches(write: Write, goods: Goods, ledger: readonly LedgerRow[]): Promise<string[]> {
  const ids = sql.join(Object.values(goods));
  const balances = await sql<{ key: string; onHand: number }>`
    SELECT product_id || ' ' || warehouse_id || ' ' || lot_key AS key, on_hand AS onHand FROM stock_balance
    WHERE product_id IN (${ids})`.execute(write.trx);
  const pools = await sql<{ key: string; quantity: number; cost: number }>`
    SELECT product_id || ' ' || warehouse_id AS key, quantity, cost_fen AS cost FROM stock_pool
    WHERE product_id IN (${ids})`.execute(write.trx);
  const booked = [...sums(ledger, balanceKey)].filter(([, { quantity }]) => quantity !== 0);
  const valued = [...sums(ledger, poolKey)].filter(([, sum]) => sum.quantity !== 0 || sum.cost !== 0);
  const kept = new Map(balances.rows.map(({ key, onHand }) => [key, onHand]));
  const costs = new Map(pools.rows.map(({ key, ...pool }) => [key, pool]));
  return [
    ...(kept.size === booked.length ? [] : [`balances: ${kept.size} kept, ${booked.length} booked`]),
    ...(costs.size === valued.length ? [] : [`pools: ${costs.size} kept, ${valued.length} booked`]),
    ...booked.flatMap(([key, { quantity }]) => (kept.get(key) === quantity ? [] : [`balance of ${key}`])),
    ...valued.flatMap(([key, { quantity, cost }]) => {
      const pool = costs.get(key);
      const isSame = pool?.quantity === quantity && pool.cost === cost;
      const isTrue = quantity === 0 ? cost === 0 : Math.sign(quantity) * Math.sign(cost) >= 0;
      return [
        ...(isSame ? [] : [`pool of ${key}: ${JSON.stringify(pool)} is not ${quantity}/${cost}`]),
        ...(isTrue ? [] : [`pool of ${key} has ${quantity} at ${cost}`]),
      ];
    }),
  ];
}

/** Nothing that was booked changes; what is refused books nothing. */
function appendOnlyBreaches(
  before: readonly LedgerRow[],
  ledger: readonly LedgerRow[],
  { refusal }: Outcome,
): string[] {
  const same = before.every((row, index) => JSON.stringify(row) === JSON.stringify(ledger[index]));
  return [
    ...(same ? [] : ['the past was changed']),
    ...(refusal === null || ledger.length === before.length ? [] : ['a refused step left entries']),
  ];
}

/** A dispatch moves nothing but the place; what left transit is what came, was lost or was found. */
function transferBreaches(ledger: readonly LedgerRow[], world: World): string[] {
  const documents = Map.groupBy(
    ledger.filter(({ kind }) => kind === 'transfer_out' || kind === 'transfer_in'),
    ({ document }) => document,
  );
  return [...documents.values()].flatMap((rows) => {
    const moved = rows.filter(({ role }) => role === 'main' || role === 'counter');
    const quantity = moved.reduce((sum, row) => sum + row.quantity, 0);
    const cost = moved.reduce((sum, row) => sum + row.cost, 0);
    const transit = ledger
      .filter(({ warehouse }) => warehouse === world.transit)
      .reduce((sum, row) => sum + row.quantity, 0);
    return [
      ...(quantity === 0 && cost === 0 ? [] : [`a transfer nets to ${quantity} at ${cost}`]),
      ...(transit >= 0 ? [] : ['less than nothing is in transit']),
    ];
  });
}

/** After an arrival nothing of its dispatch is on the way, neither goods nor cost, but what is said to follow. */
async function arrivalBreaches(
  { trx }: Write,
  ledger: readonly LedgerRow[],
  world: World,
  { operation, posted }: Outcome,
): Promise<string[]> {
  if (posted?.kind !== 'transfer_in' || operation.type !== 'arrive' || operation.restFollows) return [];
  const { rows } = await sql<{ id: string }>`
    WITH arrival AS (SELECT origin_id FROM stock_document WHERE id = ${posted.id}),
      own AS (SELECT d.id FROM stock_document AS d, arrival WHERE d.id = arrival.origin_id OR d.origin_id = arrival.origin_id)
    SELECT id FROM own UNION SELECT d.id FROM stock_document AS d JOIN own ON d.reverses_id = own.id`.execute(
    trx,
  );
  const chain = new Set(rows.map(({ id }) => id));
  const onTheWay = ledger.filter(
    (row) => chain.has(row.document) && row.warehouse === world.transit && row.role !== 'variance',
  );
  const quantity = onTheWay.reduce((sum, row) => sum + row.quantity, 0);
  const cost = onTheWay.reduce((sum, row) => sum + row.cost, 0);
  return quantity === 0 && cost === 0 ? [] : [`${quantity} at ${cost} of the dispatch are still on the way`];
}

/** No balance below zero at the end of any day where the warehouse blocks, unless it was so before. */
function negativeBreaches(
  before: readonly LedgerRow[],
  ledger: readonly LedgerRow[],
  world: World,
): string[] {
  const lowest = (rows: readonly LedgerRow[]): Map<string, number> => {
    const result = new Map<string, number>();
    for (const [key, group] of Map.groupBy(
      rows.filter(({ warehouse }) => warehouse !== world.allow),
      balanceKey,
    )) {
      let balance = 0;
      let low = 0;
      const days = Map.groupBy(group, ({ day }) => day);
      for (const day of [...days.keys()].toSorted()) {
        balance += (days.get(day) ?? []).reduce((sum, row) => sum + row.quantity, 0);
        low = Math.min(low, balance);
      }
      result.set(key, low);
    }
    return result;
  };
  const was = lowest(before);
  return [...lowest(ledger)].flatMap(([key, low]) =>
    low < (was.get(key) ?? 0) ? [`${key} falls to ${low}`] : [],
  );
}

/** A reversal is the exact opposite, in quantity and in cost. */
function reversalBreaches(ledger: readonly LedgerRow[], { posted }: Outcome): string[] {
  const reverses = posted?.reverses ?? null;
  if (posted === null || reverses === null) return [];
  const linesOf = (document: string, sign: number): string[] =>
    ledger
      .filter((row) => row.document === document)
      .map((row) => `${balanceKey(row)} ${row.role} ${row.quantity * sign + 0} ${row.cost * sign + 0}`);
  const opposite = linesOf(posted.id, -1);
  // Behind the opposite there may stand variances, so that no stock has no cost.
  const missing = linesOf(reverses, 1).filter((line) => !take(opposite, line));
  const extra = opposite.filter((line) => !line.includes(' variance '));
  return [...missing.map((line) => `not taken back: ${line}`), ...extra.map((line) => `too much: ${line}`)];
}

function take(lines: string[], line: string): boolean {
  const index = lines.indexOf(line);
  if (index !== -1) lines.splice(index, 1);
  return index !== -1;
}

/** Where stock is said not to suffice, it does not. */
function refusalBreaches(before: readonly LedgerRow[], { refusal }: Outcome): string[] {
  if (refusal?.failure.code !== 'stock.wouldGoNegative') return [];
  return refusal.failure.parameters.shortfalls.flatMap(({ available, requested, product, day }) =>
    available - requested < 0 && before.length >= 0 ? [] : [`${product} on ${day}: refused without need`],
  );
}

/** What is issued to customers is not expired on that day, and not of a frozen batch. */
async function expiryBreaches({ trx }: Write, added: readonly LedgerRow[]): Promise<string[]> {
  const issued = added.filter(({ kind, lot, quantity }) => kind === 'issue' && lot !== null && quantity < 0);
  if (issued.length === 0) return [];
  const lots = await trx
    .selectFrom('lot')
    .select(['id', 'expiry_day'])
    .where(
      'id',
      'in',
      issued.map(({ lot }) => lot ?? ''),
    )
    .execute();
  const expiry = new Map(lots.map(({ id, expiry_day }) => [id, expiry_day]));
  return issued.flatMap(({ lot, day }) =>
    (expiry.get(lot ?? '') ?? day) < day ? [`an expired batch was issued on ${day}`] : [],
  );
}

/** What was counted stays as counted behind the count, unless the person let it change; and is refused where nothing was said. */
async function anchorBreaches(
  { trx }: Write,
  goods: Goods,
  before: readonly LedgerRow[],
  ledger: readonly LedgerRow[],
  { operation, posted }: Outcome,
): Promise<string[]> {
  if (posted === null || !('anchors' in operation) || operation.anchors === 'change') return [];
  const anchors = await trx
    .selectFrom('stock_anchor')
    .select(['product_id as product', 'warehouse_id as warehouse', 'day'])
    .where('product_id', 'in', Object.values(goods))
    .execute();
  return anchors.flatMap(({ product, warehouse, day }) => {
    if (posted.day >= day) return [];
    const heldOn = (rows: readonly LedgerRow[]): number =>
      rows
        .filter((row) => row.product === product && row.warehouse === warehouse && row.lot === null)
        .reduce((sum, row) => sum + (row.day <= day ? row.quantity : 0), 0);
    // Only the first count after an entry is kept: what changes between it and a later one is seen by that one.
    const was = heldOn(before);
    const is = heldOn(ledger);
    return was === is ? [] : [`what was counted on ${day} changed from ${was} to ${is}`];
  });
}
