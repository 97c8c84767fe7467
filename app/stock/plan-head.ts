import type { BusinessDay } from '../core/business-day.ts';
import { earliestDay, isTooEarly } from '../core/earliest-day.ts';
import { report } from './plan-types.ts';
import { originKinds } from './origins.ts';
import type { Planning } from './plan-types.ts';
import type { WrittenKind } from './stock-words.ts';

export type PartnerKind = 'customer' | 'supplier' | 'distributor';

/** Who may stand in the head, and whether someone must. */
export const headPartners: Readonly<
  Partial<Record<WrittenKind, { kinds: readonly PartnerKind[]; required: boolean }>>
> = {
  receipt: { kinds: ['supplier'], required: true },
  issue: { kinds: ['customer'], required: false },
  customer_return: { kinds: ['customer'], required: false },
  supplier_return: { kinds: ['supplier'], required: true },
  exchange_out: { kinds: ['distributor'], required: true },
  exchange_in: { kinds: ['distributor'], required: true },
};

export const kindsWithReason: readonly WrittenKind[] = ['adjustment', 'internal_use', 'scrap'];
export const kindsWithOrder: readonly WrittenKind[] = ['receipt', 'issue'];

/** Everything of the head that must fit together, all at once. */
export function checkHead(planning: Planning, today?: BusinessDay): void {
  const { sheet, facts } = planning;
  if (today !== undefined && sheet.day > today)
    report(planning, null, 'day', 'day.future', { found: sheet.day, expected: today });
  if (isTooEarly(sheet.day))
    report(planning, null, 'day', 'day.tooEarly', { found: sheet.day, expected: earliestDay });
  if (sheet.lines.length === 0) report(planning, null, 'lines', 'lines.none');
  checkWarehouses(planning);
  const partner = headPartners[sheet.kind];
  const isNamed = (sheet.partnerId ?? null) !== null;
  if (facts.partnerKind === null) {
    if (isNamed || partner?.required === true) report(planning, null, 'partnerId', 'partner.missing');
  } else if (partner !== undefined) {
    if (!partner.kinds.includes(facts.partnerKind))
      report(planning, null, 'partnerId', 'partner.wrongKind', {
        found: facts.partnerKind,
        expected: partner.kinds.join(' | '),
      });
  }
  if (kindsWithReason.includes(sheet.kind) && (sheet.reason ?? null) === null)
    report(planning, null, 'reason', 'reason.missing');
  checkOrigin(planning);
  if (sheet.orderId !== undefined && sheet.orderId !== null && kindsWithOrder.includes(sheet.kind)) {
    if (facts.order === null) report(planning, null, 'orderId', 'order.unknown', { found: sheet.orderId });
    else if (!facts.order.isOpen) report(planning, null, 'orderId', 'order.notOpen');
  }
}

function checkWarehouses({ sheet, facts, ...rest }: Planning): void {
  const planning = { sheet, facts, ...rest };
  const from = facts.warehouses.get(sheet.warehouseId);
  if (from === undefined)
    report(planning, null, 'warehouseId', 'warehouse.unknown', { found: sheet.warehouseId });
  else if (from.kind === 'transit') report(planning, null, 'warehouseId', 'warehouse.transit');
  if (sheet.kind !== 'transfer_out') return;
  const to = facts.warehouses.get(sheet.toWarehouseId ?? '');
  if (to === undefined) report(planning, null, 'toWarehouseId', 'toWarehouse.missing');
  else if (to.kind === 'transit') report(planning, null, 'toWarehouseId', 'warehouse.transit');
  else if (to.id === sheet.warehouseId) report(planning, null, 'toWarehouseId', 'warehouse.same');
}

function checkOrigin(planning: Planning): void {
  const { sheet, facts } = planning;
  const wanted = originKinds[sheet.kind] ?? [];
  if (facts.origin === null) {
    if ((sheet.originId ?? null) !== null)
      report(planning, null, 'originId', 'origin.unknown', { found: sheet.originId ?? '' });
    else if (sheet.kind === 'transfer_in') report(planning, null, 'originId', 'origin.missing');
  } else if (!wanted.includes(facts.origin.kind))
    report(planning, null, 'originId', 'origin.wrongKind', {
      found: facts.origin.kind,
      expected: wanted.join(' | '),
    });
}
