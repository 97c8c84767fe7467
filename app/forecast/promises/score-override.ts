export interface OverrideFacts {
  readonly suggested: number;
  readonly ordered: number;
  /** Of the plan's line: what could be sold, what was on its way, what should be left over. */
  readonly available: number;
  readonly onOrder: number;
  readonly safetyStock: number;
  /** What was sold over lead time and review period since. */
  readonly sold: number;
}

export interface OverrideScore {
  /** What would have been right, as known now: what was sold and the safety stock, less what was there. */
  readonly needed: number;
  readonly nearer: 'person' | 'system' | 'neither';
}

/** Which of the two came nearer to what was needed. */
export function scoreOverride(facts: OverrideFacts): OverrideScore {
  const needed = Math.max(0, facts.sold + facts.safetyStock - facts.available - facts.onOrder);
  const person = Math.abs(facts.ordered - needed);
  const system = Math.abs(facts.suggested - needed);
  return { needed, nearer: person < system ? 'person' : person > system ? 'system' : 'neither' };
}
