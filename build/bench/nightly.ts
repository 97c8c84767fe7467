import { benchLedger } from './ledger.ts';

/** `npm run nightly -- [sequences] [seed]`: the ledger's properties over many more random sequences than `npm test` runs. */
const [sequences = '200000', seed = String(Math.floor(Date.now() / 86_400_000))] = process.argv.slice(2);
const [cases, start] = [Number(sequences), Number(seed)];
if (!Number.isSafeInteger(cases) || cases < 1 || !Number.isSafeInteger(start)) {
  process.stderr.write('npm run nightly -- [sequences] [seed]\n');
  process.exitCode = 2;
} else {
  await benchLedger(cases, start);
}
