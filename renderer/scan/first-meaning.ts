import { query } from '../api/client.ts';
import type { InputOf, OutputOf } from '../api/contract.ts';

/** As much as the application reads. */
const longestScan = 512;

type ScanAnswer = OutputOf<'stock.scan'>;

interface Meaning {
  /** Which of the texts it was. */
  readonly text: string;
  readonly answer: ScanAnswer;
}

/** The first of the texts that means something, else what is wrong with the first. */
export async function firstMeaning(
  texts: readonly string[],
  ask: Omit<InputOf<'stock.scan'>, 'text'> = {},
): Promise<Meaning> {
  let first: Meaning | undefined;
  for (const text of texts) {
    const answer = await query('stock.scan', { ...ask, text: text.slice(0, longestScan) });
    if (answer.matches.length > 0) return { text, answer };
    first ??= { text, answer };
  }
  if (first === undefined) throw new RangeError('nothing to look for');
  return first;
}
