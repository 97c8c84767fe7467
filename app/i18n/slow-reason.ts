import { formatQuantity } from '../core/quantity.ts';
import type { SlowReason } from '../stock/slow-movers.ts';
import { catalogueOf } from './catalogue.ts';
import type { Language } from './translation.ts';

interface SlowFound {
  readonly reason: SlowReason;
  readonly idleDays: number | null;
  readonly nearestExpiry: string | null;
  readonly coverDays: number | null;
}

/** Why a product is slow, with its own numbers. */
export function slowReasonText(
  { reason, idleDays, nearestExpiry, coverDays }: SlowFound,
  language: Language,
): string {
  return catalogueOf(language).slowStock.reasons[reason]({
    idle: formatQuantity(idleDays ?? 0),
    expiry: nearestExpiry ?? '',
    cover: formatQuantity(Math.floor(coverDays ?? 0)),
  });
}
