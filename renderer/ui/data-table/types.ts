import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Sent as the sort column and to exports; shown as `row[key]` where there is no `render`. */
  readonly key: string;
  readonly title: string;
  /** What the number means, on hover over the title. */
  readonly hint?: string;
  readonly width?: number;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** Not shown until the person chooses it. */
  readonly hidden?: boolean;
  /** Cannot be switched off. */
  readonly always?: boolean;
  /** False lets the text wrap; otherwise it is cut with an ellipsis. */
  readonly ellipsis?: boolean;
  readonly render?: (row: Row) => ReactNode;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** Another form in which what is shown can be exported, such as one that imports back. */
export interface OtherExport {
  readonly list: ExportList;
  readonly label: string;
  readonly hint: string;
}

export type ExportList =
  | 'products'
  | 'sales'
  | 'stock'
  | 'stockOverview'
  | 'movements'
  | 'slowStock'
  | 'customers'
  | 'customerOrders'
  | 'partners'
  | 'policies'
  | 'transfers'
  | 'offers'
  | 'documents'
  | 'drafts'
  | 'purchaseOrders'
  | 'purchaseOrderLines'
  | 'reorder'
  | 'accuracy'
  | 'imports'
  | 'expiry'
  | 'lots'
  | 'inspections'
  | 'stocktakes'
  | 'countSheet'
  | 'countDifferences'
  | 'promotions'
  | 'holidays';
