import type { BusinessDay } from '#app/core/business-day.ts';

import type { Instant, Json } from './columns.ts';

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
  first_row: number;
  last_row: number;
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
