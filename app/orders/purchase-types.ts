import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';

import type { PurchaseOrderStatus } from './purchase-states.ts';

/** One purchase order in the list. */
export interface PurchaseOrderRow {
  readonly id: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly expectedDay: BusinessDay | null;
  readonly status: PurchaseOrderStatus;
  readonly supplier: string;
  readonly lines: number;
  readonly units: number;
  readonly received: number;
  /** Lines without a price count as nothing; `unpriced` says how many there are. */
  readonly amount: Fen;
  readonly unpriced: number;
  /** Nothing of it has arrived and it is still on its way. */
  readonly cancellable: boolean;
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
  readonly received: number;
  readonly unitPrice: Fen | null;
  readonly amount: Fen | null;
}

export interface PurchaseOrderView {
  readonly order: PurchaseOrderRow;
  readonly note: string;
  readonly lines: readonly PurchaseLineView[];
}
