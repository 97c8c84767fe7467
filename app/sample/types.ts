import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { Quantity } from '../core/quantity.ts';

export interface SampleProduct {
  readonly code: string;
  readonly barcode: string;
  readonly name: string;
  readonly category: string;
  readonly subcategory: string;
  readonly unit: string;
  readonly packSize: Quantity;
  readonly moq: Quantity;
  readonly leadDays: number;
  readonly listPrice: Fen;
  /** What HQ charges now. */
  readonly purchasePrice: Fen;
  /** Null for what does not expire. */
  readonly shelfLifeDays: number | null;
  readonly registrationNumber: string;
  readonly shelf: string;
  readonly status: 'active' | 'inactive';
}

export interface SampleComponent {
  readonly set: number;
  readonly component: number;
  readonly quantity: number;
}

export interface SampleWarehouse {
  readonly code: string;
  readonly name: string;
  readonly isDefault: boolean;
}

export interface SampleSupplier {
  readonly code: string;
  readonly name: string;
  readonly leadDays: number;
}

export interface SampleConsultant {
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly region: string;
  readonly joinedOn: BusinessDay;
}

export interface SampleCustomer {
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly region: string;
  readonly province: string;
  readonly city: string;
  /** Index into the consultants. */
  readonly consultant: number;
  /** Index of the warehouse that serves this place first. */
  readonly warehouse: number;
  readonly since: BusinessDay;
}

export interface SampleLot {
  readonly product: number;
  readonly code: string;
  readonly productionDay: BusinessDay;
  readonly expiryDay: BusinessDay;
  /** Why it is held back; absent where it is not. */
  readonly held?: string;
}

/** One movement; `lot` is null where the product is not kept by lot. Negative takes out. */
export interface SampleMovement {
  readonly product: number;
  readonly warehouse: number;
  readonly lot: number | null;
  readonly quantity: Quantity;
  /** Of a unit; null for what goes out at the moving average. */
  readonly cost: Fen | null;
}

export interface SampleDocument {
  readonly kind: 'opening' | 'receipt' | 'issue';
  readonly day: BusinessDay;
  /** Index of the customer of an issue; receipts come from the supplier, openings from nobody. */
  readonly customer: number | null;
  readonly lines: readonly SampleMovement[];
}

export interface SampleOrderLine {
  readonly product: number;
  readonly warehouse: number;
  readonly quantity: Quantity;
  readonly unitPrice: Fen;
  readonly amount: Fen;
}

export interface SampleOrder {
  readonly number: string;
  readonly day: BusinessDay;
  readonly customer: number;
  /** Index of the issue document that moved the goods. */
  readonly document: number;
  readonly lines: readonly SampleOrderLine[];
}

export interface SamplePurchase {
  readonly day: BusinessDay;
  readonly expectedDay: BusinessDay;
  readonly status: 'sent' | 'partly_received';
  /** Index of the receipt of what came so far. */
  readonly receivedBy: number | null;
  readonly lines: readonly {
    readonly product: number;
    readonly quantity: Quantity;
    /** What HQ said it will send; null until it said. */
    readonly confirmed: Quantity | null;
    readonly received: Quantity;
    readonly unitPrice: Fen;
  }[];
}

/** What a customer ordered and waits for: it is reserved. */
export interface SampleCustomerOrder {
  readonly customer: number;
  readonly warehouse: number;
  readonly day: BusinessDay;
  readonly dueDay: BusinessDay;
  readonly lines: readonly {
    readonly product: number;
    readonly quantity: Quantity;
    readonly unitPrice: Fen;
  }[];
}

/** A week in which some products were, or will be, sold for less. */
export interface SamplePromotion {
  readonly name: string;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  /** Taken off the list price, in basis points. */
  readonly discount: number;
  readonly products: readonly number[];
}

/** A whole invented business. Things refer to each other by index. Documents and orders are in order of day. */
export interface SampleData {
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  readonly products: readonly SampleProduct[];
  readonly warehouses: readonly SampleWarehouse[];
  readonly supplier: SampleSupplier;
  readonly consultants: readonly SampleConsultant[];
  readonly customers: readonly SampleCustomer[];
  readonly lots: readonly SampleLot[];
  readonly documents: readonly SampleDocument[];
  readonly orders: readonly SampleOrder[];
  readonly purchases: readonly SamplePurchase[];
  readonly customerOrders: readonly SampleCustomerOrder[];
  readonly components: readonly SampleComponent[];
  /** Past ones show in the sales; the last is planned. */
  readonly promotions: readonly SamplePromotion[];
}
