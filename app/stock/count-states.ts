/**
 * Where one line of a stocktake stands: not counted; to be counted again; counted, but movements since the freeze are open;
 * ready to be posted; posted.
 */
export const countLineStates = ['uncounted', 'recount', 'undecided', 'ready', 'posted'] as const;
export type CountLineState = (typeof countLineStates)[number];

export const stocktakeStatuses = ['counting', 'closed', 'cancelled'] as const;
export type StocktakeStatus = (typeof stocktakeStatuses)[number];

/** How many lines of a stocktake, or of one category of it, stand where. */
export interface CountProgress {
  readonly lines: number;
  readonly counted: number;
  readonly recount: number;
  readonly undecided: number;
  readonly ready: number;
  readonly posted: number;
}
