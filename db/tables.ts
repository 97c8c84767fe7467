import type { ColumnType } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

/** A column that may be left out of an insert because the table has a default for it. */
type Default<T> = ColumnType<T, T | undefined, T>;

/** JSON as text; what it holds is said where it is written. */
type Json = string;

/** An instant, ISO 8601 in UTC with milliseconds. */
type Instant = string;

export interface SettingTable {
  key: string;
  value: Json;
}

export interface StoreRevisionTable {
  id: number;
  value: number;
}

export interface AuditTable {
  id: string;
  at: Instant;
  actor: string;
  action: string;
  entity: string;
  entity_id: string | null;
  detail: Default<Json>;
}

export interface ImportTable {
  id: string;
  file_name: string;
  file_sha256: string;
  file_bytes: number;
  status: 'committed' | 'undone';
  mode: 'history' | 'issue';
  as_of: BusinessDay;
  summary: Json;
  actor: string;
  created_at: Instant;
  undone_at: Instant | null;
}

export interface ImportRowTable {
  import_id: string;
  sheet: string;
  row: number;
  outcome: 'accepted' | 'corrected' | 'duplicate' | 'rejected';
}

export interface ImportProblemTable {
  import_id: string;
  seq: number;
  sheet: string;
  row: number;
  column_letter: string;
  field: string | null;
  code: string;
  severity: 'repair' | 'warning' | 'duplicate' | 'rejection';
  found: string;
  expected: string;
}

export interface ImportChangeTable {
  import_id: string;
  seq: number;
  entity: string;
  entity_id: string;
  before: Json;
  version_after: number;
}

export interface ColumnMappingTable {
  signature: string;
  kind: string;
  columns: Json;
  import_id: string | null;
  updated_at: Instant;
}

export interface ProductTable {
  id: string;
  code: string;
  barcode: string | null;
  name: string;
  search_text: Default<string>;
  category: Default<string>;
  subcategory: Default<string>;
  unit: Default<string>;
  pack_size: Default<number>;
  moq: Default<number>;
  lead_days: number | null;
  list_price_fen: Fen | null;
  status: Default<'active' | 'inactive'>;
  import_id: string | null;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface PartnerTable {
  id: string;
  kind: 'customer' | 'supplier' | 'distributor';
  code: string;
  name: Default<string>;
  phone: Default<string>;
  region: Default<string>;
  province: Default<string>;
  city: Default<string>;
  lead_days: number | null;
  consultant_id: string | null;
  import_id: string | null;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface ConsultantTable {
  id: string;
  code: string;
  name: string;
  phone: Default<string>;
  region: Default<string>;
  joined_on: BusinessDay | null;
  status: Default<'active' | 'inactive'>;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface WarehouseTable {
  id: string;
  code: string;
  name: string;
  is_default: Default<0 | 1>;
  created_at: Instant;
}

export interface LotTable {
  id: string;
  product_id: string;
  code: string;
  production_day: BusinessDay | null;
  expiry_day: BusinessDay | null;
  import_id: string | null;
  created_at: Instant;
}

export interface DocumentKindTable {
  code: string;
  prefix: string;
}

export interface DocumentCounterTable {
  kind: string;
  device: string;
  day: BusinessDay;
  last: number;
}

export interface StockDocumentTable {
  id: string;
  kind: string;
  number: string;
  day: BusinessDay;
  partner_id: string | null;
  reverses_id: string | null;
  import_id: string | null;
  note: Default<string>;
  posted_at: Instant;
}

export interface StockLedgerTable {
  id: string;
  document_id: string;
  line: number;
  day: BusinessDay;
  product_id: string;
  warehouse_id: string;
  lot_id: string | null;
  quantity: number;
  cost_fen: Fen | null;
}

export interface StockBalanceTable {
  product_id: string;
  warehouse_id: string;
  lot_key: string;
  lot_id: string | null;
  on_hand: number;
}

export interface SalesOrderTable {
  id: string;
  number: string;
  day: BusinessDay;
  partner_id: string | null;
  consultant_id: string | null;
  region: Default<string>;
  province: Default<string>;
  city: Default<string>;
  mode: 'history' | 'issue';
  document_id: string | null;
  import_id: string | null;
  version: Default<number>;
  created_at: Instant;
}

export interface SalesLineTable {
  id: string;
  order_id: string;
  line: number;
  day: BusinessDay;
  product_id: string;
  warehouse_id: string | null;
  quantity: number;
  unit_price_fen: Fen | null;
  amount_fen: Fen | null;
  fingerprint: string | null;
  import_id: string | null;
}

export interface ForecastRunTable {
  id: string;
  as_of: BusinessDay;
  created_at: Instant;
  parameters: Json;
}

export interface ForecastTable {
  run_id: string;
  product_id: string;
  method: string;
  demand_class: string;
  per_week: number;
  detail: Json;
}

export interface ReorderPlanTable {
  id: string;
  as_of: BusinessDay;
  status: 'open' | 'ordered' | 'replaced';
  run_id: string;
  parameters: Json;
  created_at: Instant;
  version: Default<number>;
}

export interface ReorderLineTable {
  plan_id: string;
  product_id: string;
  available: number;
  on_order: number;
  demand_per_day: number;
  lead_days: number;
  review_days: number;
  safety_stock: number;
  suggested: number;
  ordered: number;
  status: Default<'proposed' | 'accepted' | 'dropped'>;
  parts: Json;
}

export interface PurchaseOrderTable {
  id: string;
  number: string;
  supplier_id: string;
  day: BusinessDay;
  expected_day: BusinessDay | null;
  status: 'draft' | 'sent' | 'confirmed' | 'partly_received' | 'closed' | 'cancelled';
  plan_id: string | null;
  import_id: string | null;
  note: Default<string>;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface PurchaseLineTable {
  order_id: string;
  line: number;
  product_id: string;
  quantity: number;
  received: Default<number>;
  unit_price_fen: Fen | null;
}

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
  document_kind: DocumentKindTable;
  document_counter: DocumentCounterTable;
  stock_document: StockDocumentTable;
  stock_ledger: StockLedgerTable;
  stock_balance: StockBalanceTable;
  sales_order: SalesOrderTable;
  sales_line: SalesLineTable;
  forecast_run: ForecastRunTable;
  forecast: ForecastTable;
  reorder_plan: ReorderPlanTable;
  reorder_line: ReorderLineTable;
  purchase_order: PurchaseOrderTable;
  purchase_line: PurchaseLineTable;
}
