import type { Default, Instant, Json } from './columns.ts';

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
