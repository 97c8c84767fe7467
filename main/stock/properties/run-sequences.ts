import fc from 'fast-check';
import { sql } from 'kysely';

import { rebuildDerived } from '#db/queries/stock/rebuild.ts';
import type { Store, Write } from '#db/store.ts';

import { breachesOf } from './invariants.ts';
import { sequences } from './operations.ts';
import type { Operation } from './operations.ts';
import { perform } from './perform.ts';
import type { Posted } from './perform.ts';
import { createGoods, createWorld, ledgerOf } from './world.ts';
import type { World } from './world.ts';

export interface SequenceFigures {
  cases: number;
  steps: number;
  posted: number;
  reversed: number;
  /** By code of the failure. */
  readonly refused: Record<string, number>;
  readonly kinds: Record<string, number>;
}

/**
 * Random sequences of every kind of document, backdated ones and reversals included, each on products of its own; throws on the
 * first breach with the shortest sequence that shows it. `seed` repeats a run.
 */
export async function runSequences(store: Store, cases: number, seed: number): Promise<SequenceFigures> {
  const figures: SequenceFigures = { cases: 0, steps: 0, posted: 0, reversed: 0, refused: {}, kinds: {} };
  let world: World | undefined;
  const batch = 500;
  for (let done = 0; done < cases; done += batch) {
    // One transaction for many sequences: what is asked here is the ledger, not the disk.
    await store.transact({ actor: 'tester', action: 'property', entity: 'stock' }, async (write) => {
      world ??= await createWorld(write);
      const place = world;
      await fc.assert(
        fc.asyncProperty(sequences, async (operations) => {
          const breaches = await runSequence(write, place, operations, figures);
          if (breaches.length > 0) throw new Error(breaches.join('\n'));
        }),
        { numRuns: Math.min(batch, cases - done), seed: seed + done },
      );
      await compareRebuilt(write);
    });
  }
  return figures;
}

async function runSequence(
  write: Write,
  world: World,
  operations: readonly Operation[],
  figures: SequenceFigures,
): Promise<string[]> {
  figures.cases += 1;
  const goods = createGoods(write, figures.cases);
  const posted: Posted[] = [];
  let ledger = await ledgerOf(write, goods);
  for (const operation of operations) {
    const outcome = await perform(write, world, goods, operation, posted);
    const breaches = await breachesOf(write, world, goods, ledger, outcome);
    if (breaches.length > 0) return [...breaches, `at ${JSON.stringify(operation)}`];
    note(figures, outcome.posted, outcome.refusal?.failure.code);
    if (outcome.posted !== null) posted.push(outcome.posted);
    ledger = await ledgerOf(write, goods);
  }
  return [];
}

function note(figures: SequenceFigures, posted: Posted | null, refusal: string | undefined): void {
  figures.steps += 1;
  if (refusal !== undefined) figures.refused[refusal] = (figures.refused[refusal] ?? 0) + 1;
  if (posted === null) return;
  figures.posted += 1;
  if (posted.reverses !== null) figures.reversed += 1;
  else figures.kinds[posted.kind] = (figures.kinds[posted.kind] ?? 0) + 1;
}

/** The derived tables made anew from the ledger are what they were. */
async function compareRebuilt(write: Write): Promise<void> {
  const snapshot = async (): Promise<string> => {
    const balances = await sql`SELECT * FROM stock_balance ORDER BY 1, 2, 3`.execute(write.trx);
    const pools = await sql`SELECT * FROM stock_pool ORDER BY 1, 2`.execute(write.trx);
    return JSON.stringify([balances.rows, pools.rows]);
  };
  const before = await snapshot();
  await rebuildDerived(write.trx);
  if ((await snapshot()) !== before) throw new Error('the derived tables differ from the ledger');
}
