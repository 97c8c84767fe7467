import type { BusinessDay } from '#app/core/business-day.ts';

import type { Default, Instant } from './columns.ts';

export interface InspectionRecordTable {
  document_id: string;
  product_id: string;
  lot_key: string;
  lot_id: string | null;
  quantity: number;
  supplier_licence: Default<string>;
  registration_number: Default<string>;
  certificate_number: Default<string>;
  inspector: Default<string>;
  result: Default<'open' | 'passed' | 'refused'>;
  retain_until: BusinessDay | null;
  note: Default<string>;
  version: Default<number>;
  updated_at: Instant;
}

export interface AttachmentTable {
  id: string;
  entity: 'partner' | 'product' | 'lot' | 'document' | 'purchase_order';
  entity_id: string;
  role: Default<'licence' | 'registration' | 'certificate' | 'delivery' | 'photo' | 'other'>;
  name: string;
  media_type: string;
  bytes: number;
  /** Of the content, in hexadecimal; also its name on disk. */
  sha256: string;
  actor: string;
  created_at: Instant;
  removed_at: Default<Instant | null>;
}
