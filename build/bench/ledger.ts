import { checkStore } from '#db/queries/check-store.ts';
import { openTestStore } from '#db/testing.ts';
import { runSequences } from '#main/stock/properties/run-sequences.ts';
import type { SequenceFigures } from '#main/stock/properties/run-sequences.ts';

const sequencesOfAStore = 10_000;

/** The ledger's properties over many random sequences, from a seed that is said; a store for each ten thousand. */
export async function benchLedger(cases: number, seed: number): Promise<void> {
  const started = performance.now();
  const total: SequenceFigures = { cases: 0, steps: 0, posted: 0, reversed: 0, refused: {}, kinds: {} };
  let entries = 0;
  for (let done = 0; done < cases; done += sequencesOfAStore) {
    const { store, cleanup } = await openTestStore();
    try {
      add(total, await runSequences(store, Math.min(sequencesOfAStore, cases - done), seed + done));
      const { problems, ledgerRows } = await checkStore(store.read);
      if (problems.length > 0) throw new Error(JSON.stringify(problems));
      entries += ledgerRows;
      const elapsed = (performance.now() - started) / 1000;
      process.stderr.write(`  ${total.cases} of ${cases} sequences, ${elapsed.toFixed(0)} s\n`);
    } finally {
      await cleanup();
    }
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `ledger properties: ${total.cases} sequences, ${total.steps} steps, ${total.posted} documents posted (${total.reversed} of ` +
      `them reversals), ${entries} entries, seed ${seed}: no breach, ${seconds.toFixed(0)} s`,
  );
  console.log(`  posted: ${JSON.stringify(total.kinds)}`);
  console.log(`  refused: ${JSON.stringify(total.refused)}`);
}

function add(total: SequenceFigures, part: SequenceFigures): void {
  total.cases += part.cases;
  total.steps += part.steps;
  total.posted += part.posted;
  total.reversed += part.reversed;
  for (const group of ['refused', 'kinds'] as const) {
    for (const [name, count] of Object.entries(part[group]))
      total[group][name] = (total[group][name] ?? 0) + count;
  }
}
