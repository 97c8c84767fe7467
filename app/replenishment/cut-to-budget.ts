import { expectedLost } from './demand-risk.ts';
import type { OrderLine } from './whole-order.ts';

/** What a budget took away. Money in fen. */
export interface BudgetOutcome {
  readonly budget: number;
  /** What the order would have cost, and what it costs. */
  readonly wanted: number;
  readonly spent: number;
  readonly lines: number;
  readonly units: number;
  /** Expected units that cannot be sold because of it, and what that costs. */
  readonly riskUnits: number;
  readonly riskAmount: number;
  /** Cut as far as can be, and still too much: lines without a price are not counted. */
  readonly over: boolean;
}

interface Cut {
  units: number;
  riskUnits: number;
}

/** So many steps a line at most: a finer cut of a large line changes nothing that matters. */
const mostSteps = 24;

/** A piece of a line that is cut as a whole: what it saves, and what it risks for each fen saved. */
interface Piece {
  readonly line: number;
  readonly units: number;
  readonly riskUnits: number;
  readonly saves: number;
  readonly regret: number;
}

/**
 * Cuts an order down to `budget`: first the pieces that risk least for the money they free, from the top of each line down, in
 * whole packs, the last piece of a line (its MOQ) at once. The chance of needing a unit falls with each unit above it, so cutting
 * in the order of regret never leaves a hole in a line (a marginal-analysis greedy; Hadley & Whitin, “Analysis of Inventory
 * Systems”, 1963).
 */
export function cutToBudget(
  lines: readonly OrderLine[],
  budget: number,
): { lines: readonly Readonly<Cut>[]; outcome: BudgetOutcome } {
  const cuts: Cut[] = lines.map(() => ({ units: 0, riskUnits: 0 }));
  const wanted = lines.reduce((sum, line) => sum + line.suggested * (line.price ?? 0), 0);
  let spent = wanted;
  let riskAmount = 0;
  if (spent > budget) {
    // Pieces of one line that are regretted alike stay in their order, from the top down.
    const pieces = lines.flatMap(piecesOf).toSorted((a, b) => a.regret - b.regret);
    for (const piece of pieces) {
      if (spent <= budget) break;
      const cut = cuts[piece.line];
      if (cut === undefined) continue;
      cut.units += piece.units;
      cut.riskUnits += piece.riskUnits;
      riskAmount += piece.riskUnits * (lines[piece.line]?.lostUnit ?? 0);
      spent -= piece.saves;
    }
  }
  const outcome = {
    budget,
    wanted,
    spent,
    lines: cuts.filter(({ units }) => units > 0).length,
    units: cuts.reduce((sum, { units }) => sum + units, 0),
    riskUnits: cuts.reduce((sum, { riskUnits }) => sum + riskUnits, 0),
    riskAmount: Math.round(riskAmount),
    over: spent > budget,
  };
  return { lines: cuts, outcome };
}

/** From the top of the line down. Regret is made never to fall towards the bottom, so that the top goes first. */
function piecesOf(line: OrderLine, index: number): Piece[] {
  const { suggested, packSize, price, position, demand, lostUnit } = line;
  if (price === null || price === 0 || suggested <= 0) return [];
  const base = Math.min(suggested, Math.ceil(line.moq / packSize) * packSize);
  const step = Math.max(1, Math.ceil((suggested - base) / packSize / mostSteps)) * packSize;
  const pieces: Piece[] = [];
  let regret = 0;
  for (let top = suggested; top > 0;) {
    const bottom = top > base ? Math.max(base, top - step) : 0;
    const units = top - bottom;
    const riskUnits = expectedLost(demand, position + bottom, units);
    const saves = units * price;
    regret = Math.max(regret, (riskUnits * lostUnit) / saves);
    pieces.push({ line: index, units, riskUnits, saves, regret });
    top = bottom;
  }
  return pieces;
}
