import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

import type { ProductKind, WarehouseKind } from '#app/stock/stock-words.ts';

import type { Default, Instant, Json } from './columns.ts';

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
  /** A set is made of components and stocked as itself; a service moves no stock. */
  kind: Default<ProductKind>;
  /** 1: every movement names its batch. */
  lot_control: Default<0 | 1>;
  shelf_life_days: Default<number | null>;
  /** 化妆品注册证号 or 备案编号. */
  registration_number: Default<string>;
  purchase_price_fen: Default<Fen | null>;
  /** 货位. */
  shelf: Default<string>;
  import_id: string | null;
  version: Default<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface ProductComponentTable {
  set_id: string;
  component_id: string;
  quantity: number;
}

export interface BarcodeTable {
  barcode: string;
  product_id: string;
  /** Base units that one scan stands for. */
  quantity: Default<number>;
}

export interface CategoryPolicyTable {
  category: string;
  /** Days before expiry at which stock moves to the next stage, the farthest first. */
  expiry_stages: Json;
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
  licence_number: Default<string>;
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
  kind: Default<WarehouseKind>;
  /** What happens to an entry that would leave less than nothing on its day or any later one. */
  negative: Default<'block' | 'allow'>;
  version: Default<number>;
  created_at: Instant;
}

export interface LotTable {
  id: string;
  product_id: string;
  code: string;
  production_day: BusinessDay | null;
  expiry_day: BusinessDay | null;
  status: Default<'normal' | 'quarantined'>;
  status_reason: Default<string>;
  certificate_number: Default<string>;
  version: Default<number>;
  import_id: string | null;
  created_at: Instant;
}
