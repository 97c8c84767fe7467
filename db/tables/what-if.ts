import type { Default, Instant, Json } from './columns.ts';

export interface WhatIfRunTable {
  id: string;
  /** `WhatIfParameters`. */
  parameters: Json;
  /** `WhatIfResult`. */
  result: Json;
  actor: Default<string>;
  created_at: Instant;
}
