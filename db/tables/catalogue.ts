import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

import type { Default, Instant } from './columns.ts';

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
