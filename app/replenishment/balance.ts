/** A product in one own warehouse. Base units. */
export interface WarehouseStock {
  readonly warehouseId: string;
  /** Usable there now; below zero where more was promised than is there. */
  readonly available: number;
  /** On its way there. */
  readonly coming: number;
  /** Its share of what is sold, ≥ 0; shares need not add up to 1. */
  readonly share: number;
}

/** A 调拨 from where more lies than is needed to where less does. */
export interface Transfer {
  readonly fromId: string;
  readonly toId: string;
  readonly quantity: number;
}

/**
 * Transfers that give every own warehouse its share of `need` (demand and safety until the delivery after the next), as far as the
 * others have more than theirs: the largest want from the largest spare. What is on its way serves where it goes and cannot be
 * sent on. Whole units; `packSize` where both sides are worth a pack.
 */
export function planTransfers(stocks: readonly WarehouseStock[], need: number, packSize: number): Transfer[] {
  const shares = stocks.reduce((sum, { share }) => sum + share, 0);
  if (stocks.length < 2 || shares <= 0) return [];
  const rows = stocks.map(({ warehouseId, available, coming, share }) => {
    const gap = available + coming - Math.ceil((need * share) / shares - 1e-9);
    return {
      warehouseId,
      want: Math.max(0, -gap),
      spare: Math.max(0, Math.min(gap, available)),
    };
  });
  const transfers: Transfer[] = [];
  for (;;) {
    const from = rows.reduce((best, row) => (row.spare > best.spare ? row : best));
    const to = rows.reduce((best, row) => (row.want > best.want ? row : best));
    const units = Math.min(from.spare, to.want);
    if (units <= 0) return transfers;
    const quantity = units >= packSize ? Math.floor(units / packSize) * packSize : units;
    transfers.push({ fromId: from.warehouseId, toId: to.warehouseId, quantity });
    from.spare -= quantity;
    to.want -= quantity;
    // What is left of a pack is not worth a second line of the same journey.
    if (quantity < units) to.want = 0;
  }
}
