import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { PurchaseAction, PurchaseOrderStatus } from './purchase-states.ts';

/** One purchase order in the list. */
export interface PurchaseOrderRow {
  readonly id: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly expectedDay: BusinessDay | null;
  readonly status: PurchaseOrderStatus;
  /** Days since it was to arrive, where it has not. 0 where it is not late. */
  readonly overdueDays: number;
  readonly supplier: string;
  /** HQ's own number; '' until it said. */
  readonly supplierNumber: string;
  readonly lines: number;
  /** As ordered. */
  readonly units: number;
  /** As HQ confirmed, else as ordered. */
  readonly due: number;
  readonly received: number;
  /** Still to come; nothing unless the order is on its way. */
  readonly open: number;
  /** Lines without a price count as nothing; `unpriced` says how many there are. */
  readonly amount: Fen;
  readonly openAmount: Fen;
  readonly unpriced: number;
}

export interface PurchaseLineView {
  readonly line: number;
  readonly productId: string;
  readonly code: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly unit: string;
  readonly packSize: number;
  readonly quantity: number;
  /** What HQ will send; null until it said. */
  readonly confirmed: number | null;
  readonly received: number;
  /** Still to come, were the order on its way. */
  readonly open: number;
  readonly unitPrice: Fen | null;
  readonly amount: Fen | null;
}

/** A document that received goods of the order, or took such a receipt back. */
export interface OrderDocument {
  readonly documentId: string;
  readonly number: string;
  readonly day: BusinessDay;
  /** Negative where it took back. */
  readonly units: number;
  readonly reversesNumber: string | null;
  readonly reversedByNumber: string | null;
}

export interface PurchaseOrderView {
  readonly order: PurchaseOrderRow;
  readonly version: number;
  readonly note: string;
  readonly supplierId: string;
  readonly warehouseId: string | null;
  readonly warehouse: string | null;
  readonly sentAt: string | null;
  readonly confirmedAt: string | null;
  readonly planId: string | null;
  readonly lines: readonly PurchaseLineView[];
  readonly receipts: readonly OrderDocument[];
  readonly actions: readonly PurchaseAction[];
}
