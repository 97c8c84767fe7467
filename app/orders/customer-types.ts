import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { CustomerOrderAction, CustomerOrderStatus } from './customer-states.ts';
import type { OrderDocument } from './purchase-types.ts';

/** One order of a customer in the list. */
export interface CustomerOrderRow {
  readonly id: string;
  readonly number: string;
  readonly day: BusinessDay;
  /** When the customer wants it. */
  readonly dueDay: BusinessDay | null;
  readonly status: CustomerOrderStatus;
  /** Days since it was wanted, where it has not gone out whole. 0 where it is not late. */
  readonly overdueDays: number;
  /** '' where no customer is named. */
  readonly customer: string;
  readonly warehouse: string;
  readonly lines: number;
  readonly units: number;
  readonly issued: number;
  /** Still to go out, and reserved; nothing unless the order is open. */
  readonly open: number;
  /** Lines without a price count as nothing. */
  readonly amount: Fen;
  readonly openAmount: Fen;
}

export interface CustomerOrderLineView {
  readonly line: number;
  readonly productId: string;
  readonly code: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly unit: string;
  readonly packSize: number;
  readonly quantity: number;
  readonly issued: number;
  /** Still to go out, were the order open. */
  readonly open: number;
  /** In the order's warehouse today, beside what this order holds itself. */
  readonly available: number;
  readonly unitPrice: Fen | null;
  readonly amount: Fen | null;
}

export interface CustomerOrderView {
  readonly order: CustomerOrderRow;
  readonly version: number;
  readonly note: string;
  readonly partnerId: string | null;
  readonly warehouseId: string;
  readonly lines: readonly CustomerOrderLineView[];
  readonly issues: readonly OrderDocument[];
  readonly actions: readonly CustomerOrderAction[];
}
