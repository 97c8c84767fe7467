import { sql } from 'kysely';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { OverrideReason } from '#app/forecast/promises/override-reasons.ts';
import { scoreOverride } from '#app/forecast/promises/score-override.ts';
import type { OverrideFacts, OverrideScore } from '#app/forecast/promises/score-override.ts';

import type { ReadAccess } from '../../store.ts';
import { findLastSaleDay } from '../demand.ts';

export interface ScoredOverride extends OverrideFacts, OverrideScore {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly asOf: BusinessDay;
  /** The end of lead time and review period. */
  readonly until: BusinessDay;
  readonly reason: OverrideReason;
  readonly note: string;
}

export interface ReasonScore {
  readonly reason: OverrideReason;
  readonly overrides: number;
  readonly person: number;
  readonly system: number;
  /** Units that each was off, summed. */
  readonly personOff: number;
  readonly systemOff: number;
}

export interface Scorecard {
  /** Changes whose time is not over. */
  readonly waiting: number;
  readonly reasons: readonly ReasonScore[];
  /** The newest first. */
  readonly overrides: readonly ScoredOverride[];
}

const shown = 200;

/**
 * Person and system, once lead time and review period are over: which was nearer to what was needed. Only of plans that became an
 * order, and of each line the last change; a week of old changes costs as much as a year of them.
 */
export async function readScorecard(db: ReadAccess, today: BusinessDay): Promise<Scorecard> {
  const knownUntil = (await findLastSaleDay(db, today)) ?? today;
  const { rows } = await sql<
    Omit<ScoredOverride, keyof OverrideScore | 'until'> & { leadDays: number; reviewDays: number }
  >`
    SELECT o.product_id AS productId, product.code, product.name, product.unit, o.as_of AS asOf, o.reason, o.note,
      o.suggested, o.ordered, line.available, line.on_order AS onOrder, line.safety_stock AS safetyStock,
      line.lead_days AS leadDays, line.review_days AS reviewDays,
      (SELECT total(quantity) FROM sales_line WHERE product_id = o.product_id AND day > o.as_of
        AND day <= date(o.as_of, '+' || (line.lead_days + line.review_days) || ' days')) AS sold
    FROM reorder_override AS o JOIN reorder_plan AS plan ON plan.id = o.plan_id AND plan.status = 'ordered'
    JOIN reorder_line AS line ON line.plan_id = o.plan_id AND line.product_id = o.product_id
    JOIN product ON product.id = o.product_id
    WHERE o.ordered <> o.suggested AND o.created_at = (SELECT max(created_at) FROM reorder_override AS later
      WHERE later.plan_id = o.plan_id AND later.product_id = o.product_id)
    ORDER BY o.created_at DESC`.execute(db);
  const scored: ScoredOverride[] = [];
  for (const { leadDays, reviewDays, ...row } of rows) {
    const until = addDays(row.asOf, leadDays + reviewDays);
    if (until <= knownUntil) scored.push({ ...row, until, ...scoreOverride(row) });
  }
  return {
    waiting: rows.length - scored.length,
    reasons: byReason(scored),
    overrides: scored.slice(0, shown),
  };
}

function byReason(scored: readonly ScoredOverride[]): readonly ReasonScore[] {
  const groups = [...Map.groupBy(scored, ({ reason }) => reason)];
  return groups
    .map(([reason, group]) => ({
      reason,
      overrides: group.length,
      person: group.filter(({ nearer }) => nearer === 'person').length,
      system: group.filter(({ nearer }) => nearer === 'system').length,
      personOff: group.reduce((sum, { ordered, needed }) => sum + Math.abs(ordered - needed), 0),
      systemOff: group.reduce((sum, { suggested, needed }) => sum + Math.abs(suggested - needed), 0),
    }))
    .toSorted((a, b) => b.overrides - a.overrides);
}
