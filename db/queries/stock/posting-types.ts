import type { BusinessDay } from '#app/core/business-day.ts';
import type { EntryRole, StockDocumentKind } from '#app/stock/stock-words.ts';

/** One movement of a document that is to be posted. */
export interface StockLineToPost {
  readonly productId: string;
  readonly warehouseId: string;
  readonly lotId: string | null;
  /** Base units; negative takes out. 0 only for a variance that is taken back. */
  readonly quantity: number;
  /** Cost of the whole line with the sign of its quantity; null for the moving average, or for what its link brings. */
  readonly costFen: number | null;
  /** `main` where absent. */
  readonly role?: EntryRole;
  /**
   * Lines of one link pass their cost on: what comes in shares, by `weight` (its quantity where absent), what those that go out
   * cost. For transfers and sets.
   */
  readonly link?: number;
  readonly weight?: number;
}

export interface StockDocumentToPost {
  /** Known beforehand where other rows refer to it; made otherwise. */
  readonly id?: string;
  readonly kind: StockDocumentKind;
  readonly day: BusinessDay;
  readonly partnerId?: string | null;
  readonly importId?: string | null;
  readonly reversesId?: string | null;
  readonly note?: string;
  /** What the person wrote, as JSON of a StockSheet. */
  readonly content?: string | null;
  readonly warehouseId?: string | null;
  readonly toWarehouseId?: string | null;
  readonly originId?: string | null;
  readonly purchaseOrderId?: string | null;
  readonly customerOrderId?: string | null;
  readonly reason?: string;
  readonly actor?: string;
  /** Takes back what was booked on the day of a count to keep it: part of what lies before that count, though of the same day. */
  readonly beforeCount?: boolean;
  readonly lines: readonly StockLineToPost[];
}

/**
 * What happens to an entry dated before a count of the same stock: `refuse` fails with `stock.beforeCount`, `keep` books the
 * opposite on the day of the count, so that what was counted stays, `change` lets the balance after the count change.
 */
export type AnchorPolicy = 'refuse' | 'keep' | 'change';

export interface PostingTerms {
  /** The device's prefix in document numbers. */
  readonly device: string;
  readonly now: Date;
  /**
   * `refuse` fails with `stock.wouldGoNegative` when a balance would be below zero at the end of the document's day or of any
   * later one; `rule` does so in warehouses that say so; `allow` never.
   */
  readonly negative: 'refuse' | 'rule' | 'allow';
  /** `refuse` where absent. */
  readonly anchors?: AnchorPolicy;
  /**
   * Where given, whether stock suffices is not looked at document by document: what was taken is noted here, and whoever posts
   * looks once when all is posted (`refuseNegativeLater`), whatever `negative` says.
   */
  readonly later?: TakenLater;
}

/** What a transaction of many documents takes out, balance by balance; grows with the balances, not with the documents. */
export interface TakenLater {
  note(documents: readonly StockDocumentToPost[]): void;
}

export interface PostedDocument {
  readonly id: string;
  readonly number: string;
}
