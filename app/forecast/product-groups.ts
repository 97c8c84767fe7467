import type { ProductHistory } from './product-history.ts';

/** Groups smaller than this have no trend of their own to go by, and join each other. */
const smallestGroup = 8;

/** A product and where it stands among all. */
export interface Placed {
  readonly position: number;
  readonly history: ProductHistory;
}

/** The products of each group with their positions; small groups together. */
export function groupsOf(histories: readonly ProductHistory[]): readonly (readonly Placed[])[] {
  const groups = Map.groupBy(
    histories.map((history, position): Placed => ({ history, position })),
    ({ history }) => history.group,
  );
  const large = [...groups.values()].filter((of) => of.length >= smallestGroup);
  const small = [...groups.values()].filter((of) => of.length < smallestGroup).flat();
  return small.length === 0 ? large : [...large, small];
}
