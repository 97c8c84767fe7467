import type { SettingTable, StoreRevisionTable, AuditTable } from './tables/system.ts';
import type {
  ImportTable,
  ImportRowTable,
  ImportProblemTable,
  ImportChangeTable,
  ColumnMappingTable,
} from './tables/exchange.ts';
import type {
  ProductTable,
  PartnerTable,
  ConsultantTable,
  WarehouseTable,
  LotTable,
  ProductComponentTable,
  BarcodeTable,
  CategoryPolicyTable,
} from './tables/catalogue.ts';
import type {
  DocumentKindTable,
  DocumentCounterTable,
  StockDocumentTable,
  StockLedgerTable,
  StockBalanceTable,
  StockPoolTable,
  StockDraftTable,
  StockAnchorTable,
  ImportedLineTable,
} from './tables/stock.ts';
import type {
  CustomerOrderTable,
  CustomerOrderLineTable,
  CustomerOrderIssueTable,
} from './tables/customer-orders.ts';
import type { StocktakeTable, StocktakeLineTable, StocktakeDocumentTable } from './tables/stocktake.ts';
import type {
  PromotionTable,
  PromotionProductTable,
  CalendarDayTable,
  CalendarEventTable,
  SupplierClosureTable,
  WeatherTable,
} from './tables/calendar.ts';
import type { InspectionRecordTable, AttachmentTable } from './tables/inspection.ts';
import type { DemandMarkTable, LookAlikeTable } from './tables/demand.ts';
import type {
  AccuracyProductTable,
  AccuracyStateTable,
  AccuracyWeekTable,
  ForecastPromiseTable,
  ReorderOverrideTable,
} from './tables/promises.ts';
import type { SalesOrderTable, SalesLineTable } from './tables/sales.ts';
import type {
  ForecastRunTable,
  ForecastTable,
  ReorderPlanTable,
  ReorderLineTable,
  PurchaseOrderTable,
  PurchaseLineTable,
  PurchaseReceiptTable,
} from './tables/planning.ts';
import type { ReorderPolicyTable } from './tables/policies.ts';
import type { WhatIfRunTable } from './tables/what-if.ts';

/** Every table of the store, as the migrations leave it. */
export interface Tables {
  setting: SettingTable;
  store_revision: StoreRevisionTable;
  audit: AuditTable;
  import: ImportTable;
  import_row: ImportRowTable;
  import_problem: ImportProblemTable;
  import_change: ImportChangeTable;
  column_mapping: ColumnMappingTable;
  product: ProductTable;
  partner: PartnerTable;
  consultant: ConsultantTable;
  warehouse: WarehouseTable;
  lot: LotTable;
  product_component: ProductComponentTable;
  barcode: BarcodeTable;
  category_policy: CategoryPolicyTable;
  document_kind: DocumentKindTable;
  document_counter: DocumentCounterTable;
  stock_document: StockDocumentTable;
  stock_ledger: StockLedgerTable;
  stock_balance: StockBalanceTable;
  stock_pool: StockPoolTable;
  stock_draft: StockDraftTable;
  stock_anchor: StockAnchorTable;
  imported_line: ImportedLineTable;
  sales_order: SalesOrderTable;
  sales_line: SalesLineTable;
  forecast_run: ForecastRunTable;
  forecast: ForecastTable;
  reorder_plan: ReorderPlanTable;
  reorder_line: ReorderLineTable;
  reorder_policy: ReorderPolicyTable;
  purchase_order: PurchaseOrderTable;
  purchase_line: PurchaseLineTable;
  purchase_receipt: PurchaseReceiptTable;
  customer_order: CustomerOrderTable;
  customer_order_line: CustomerOrderLineTable;
  customer_order_issue: CustomerOrderIssueTable;
  stocktake: StocktakeTable;
  stocktake_line: StocktakeLineTable;
  stocktake_document: StocktakeDocumentTable;
  inspection_record: InspectionRecordTable;
  attachment: AttachmentTable;
  promotion: PromotionTable;
  promotion_product: PromotionProductTable;
  calendar_day: CalendarDayTable;
  calendar_event: CalendarEventTable;
  supplier_closure: SupplierClosureTable;
  weather: WeatherTable;
  demand_mark: DemandMarkTable;
  look_alike: LookAlikeTable;
  forecast_promise: ForecastPromiseTable;
  accuracy_week: AccuracyWeekTable;
  accuracy_product: AccuracyProductTable;
  accuracy_state: AccuracyStateTable;
  reorder_override: ReorderOverrideTable;
  what_if_run: WhatIfRunTable;
}
