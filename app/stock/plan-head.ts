import { report } from './plan-types.ts';
import type { Planning } from './plan-types.ts';
import type { StockDocumentKind, WrittenKind } from './stock-words.ts';

type PartnerKind = 'customer' | 'supplier' | 'distributor';

/** Who may stand in the head, and whether someone must. */
const partners: Readonly<Partial<Record<WrittenKind, { kinds: readonly PartnerKind[]; required: boolean }>>> =
  {
    receipt: { kinds: ['supplier'], required: true },
    issue: { kinds: ['customer'], required: false },
    customer_return: { kinds: ['customer'], required: false },
    supplier_return: { kinds: ['supplier'], required: true },
    exchange_out: { kinds: ['distributor'], required: true },
    exchange_in: { kinds: ['distributor'], required: true },
  };

const origins: Readonly<Partial<Record<WrittenKind, readonly StockDocumentKind[]>>> = {
  transfer_in: ['transfer_out'],
  customer_return: ['issue'],
  supplier_return: ['receipt'],
};

const withReason: readonly WrittenKind[] = ['adjustment', 'internal_use', 'scrap'];
const withOrder: readonly WrittenKind[] = ['receipt', 'issue'];

/** Everything of the head that must fit together, all at once. */
export function checkHead(planning: Planning): void {
  const { sheet, facts } = planning;
  if (sheet.lines.length === 0) report(planning, null, 'lines', 'lines.none');
  checkWarehouses(planning);
  const partner = partners[sheet.kind];
  if (partner !== undefined) {
    if (facts.partnerKind === null) {
      if (partner.required) report(planning, null, 'partnerId', 'partner.missing');
    } else if (!partner.kinds.includes(facts.partnerKind))
      report(planning, null, 'partnerId', 'partner.wrongKind', {
        found: facts.partnerKind,
        expected: partner.kinds.join(' | '),
      });
  }
  if (withReason.includes(sheet.kind) && (sheet.reason ?? null) === null)
    report(planning, null, 'reason', 'reason.missing');
  checkOrigin(planning);
  if (sheet.orderId !== undefined && sheet.orderId !== null && withOrder.includes(sheet.kind)) {
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
  const wanted = origins[sheet.kind];
  if (wanted === undefined) return;
  if (facts.origin === null) {
    if (sheet.kind === 'transfer_in') report(planning, null, 'originId', 'origin.missing');
  } else if (!wanted.includes(facts.origin.kind))
    report(planning, null, 'originId', 'origin.wrongKind', {
      found: facts.origin.kind,
      expected: wanted.join(' | '),
    });
}
