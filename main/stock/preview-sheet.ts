import type { BusinessDay } from '#app/core/business-day.ts';
import type { SheetProblem } from '#app/core/stock-problems.ts';
import { planSheet } from '#app/stock/plan-sheet.ts';
import type { LotFacts } from '#app/stock/plan-types.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';
import type { EntryRole } from '#app/stock/stock-words.ts';
import { readStockFacts } from '#db/queries/stock/facts.ts';
import type { ReadAccess } from '#db/store.ts';

export interface PreviewedEntry {
  /** From 0. */
  readonly sheetLine: number;
  readonly role: EntryRole;
  readonly productId: string;
  readonly warehouseId: string;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly expiryDay: BusinessDay | null;
  readonly quantity: number;
}

export interface SheetPreview {
  readonly problems: readonly SheetProblem[];
  /** What posting would book, with the batches that are proposed. */
  readonly entries: readonly PreviewedEntry[];
}

/** What a document as written would come to; writes nothing. */
export async function previewSheet(
  db: ReadAccess,
  sheet: StockSheet,
  today: BusinessDay,
): Promise<SheetPreview> {
  const facts = await readStockFacts(db, sheet);
  const plan = planSheet(sheet, facts, today);
  const newLots = new Map(plan.newLots.map((lot) => [`${lot.productId} ${lot.code}`, lot]));
  const learned = new Map(plan.learned.map((lot) => [lot.lotId, lot]));
  return {
    problems: plan.problems,
    entries: plan.entries.map((entry) => {
      const known: LotFacts | undefined =
        entry.lot !== null && 'lotId' in entry.lot ? facts.lots.get(entry.lot.lotId) : undefined;
      const fresh =
        entry.lot !== null && 'newLot' in entry.lot
          ? newLots.get(`${entry.productId} ${entry.lot.newLot}`)
          : undefined;
      return {
        sheetLine: entry.sheetLine,
        role: entry.role,
        productId: entry.productId,
        warehouseId: entry.warehouseId,
        lotId: known?.lotId ?? null,
        lot: known?.code ?? fresh?.code ?? null,
        expiryDay: learned.get(known?.lotId ?? '')?.expiryDay ?? known?.expiryDay ?? fresh?.expiryDay ?? null,
        quantity: entry.quantity,
      };
    }),
  };
}
