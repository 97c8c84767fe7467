/** Batch numbers that differ only in case are one batch: `a1` is typed for the `A1` that stands on the box. */
export function isSameLotCode(a: string, b: string): boolean {
  return lotCodeKey(a) === lotCodeKey(b);
}

/** The same for all ways to write a batch number. ASCII letters only, as SQLite's NOCASE has it. */
export function lotCodeKey(code: string): string {
  return code.trim().replaceAll(/[a-z]/gu, (letter) => letter.toUpperCase());
}

/** The one that is meant among batches: as written, else the first that differs in case alone. */
export function findByLotCode<Lot extends { readonly code: string }>(
  lots: Iterable<Lot>,
  code: string,
): Lot | undefined {
  let similar: Lot | undefined;
  for (const lot of lots) {
    if (lot.code === code) return lot;
    if (similar === undefined && isSameLotCode(lot.code, code)) similar = lot;
  }
  return similar;
}
