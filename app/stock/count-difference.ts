/** One line of a stocktake as far as its difference depends on it. Base units throughout. */
export interface CountedLine {
  /** On hand when the list was frozen. */
  readonly book: number;
  readonly counted: number;
  /** Of the movements since the freeze, the sum of those that the count already holds. */
  readonly included: number;
}

/**
 * What is booked so that stock becomes what was counted: counted − (book + movements that are in the count). Movements that came
 * after the count are not in it and stay, so after posting on hand = counted + what moved after the count, in whatever order
 * those movements were entered.
 */
export function countDifference({ book, counted, included }: CountedLine): number {
  return counted - (book + included) + 0;
}

/** How a movement stands to the count of its line: in what was counted, or later than it. */
export const movementVerdicts = ['included', 'after'] as const;
export type MovementVerdict = (typeof movementVerdicts)[number];

/** A ledger entry of a counted product since the freeze. */
export interface MovementSinceFreeze {
  /** The order of posting. */
  readonly seq: number;
  readonly quantity: number;
  /** Instant as ISO text. */
  readonly postedAt: string;
}

/** What has been said about the movements of a line: up to which entry, and how much of them the count holds. */
export interface SaidOfMovements {
  /** Null where nothing was said. */
  readonly movedSeq: number | null;
  readonly included: number;
}

/**
 * Adds a verdict about every movement up to `through` of which nothing was said yet. Those after it stay open, so a person can
 * say that the first two are in the count and the third is not.
 */
export function sayOfMovements(
  said: SaidOfMovements,
  movements: readonly MovementSinceFreeze[],
  verdict: MovementVerdict,
  through: number,
): SaidOfMovements {
  const spoken = openMovements(said, movements).filter(({ seq }) => seq <= through);
  const moved = spoken.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    movedSeq: Math.max(through, said.movedSeq ?? through),
    included: said.included + (verdict === 'included' ? moved : 0),
  };
}

/** Movements of which nothing was said. While there are any, the difference is not known and the line is not posted. */
export function openMovements(
  { movedSeq }: Pick<SaidOfMovements, 'movedSeq'>,
  movements: readonly MovementSinceFreeze[],
): MovementSinceFreeze[] {
  return movements.filter(({ seq }) => movedSeq === null || seq > movedSeq);
}

/**
 * What the clock suggests for every open movement: entered before the line was last counted, it is in the count; entered later,
 * it is not. A suggestion only: goods may have been taken before their document was written.
 */
export function sayByTime(
  said: SaidOfMovements,
  movements: readonly MovementSinceFreeze[],
  countedAt: string,
): SaidOfMovements {
  return openMovements(said, movements).reduce<SaidOfMovements>(
    (soFar, movement) =>
      sayOfMovements(soFar, movements, movement.postedAt <= countedAt ? 'included' : 'after', movement.seq),
    said,
  );
}
