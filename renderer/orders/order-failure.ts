import { formatFen, fen } from '#app/core/fen.ts';
import type { OrderStatusName } from '#app/core/order-problems.ts';
import type { SheetChange } from '#app/core/stock-problems.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { troubleOf } from '../api/failure.ts';
import { invalidate } from '../api/hooks.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { momentText } from '../ui/numbers.tsx';

const shownChanges = 8;

/**
 * Shows why something was not done with an order. Where someone else changed it meanwhile, what they changed: true where the
 * person wants to see it as it is now.
 */
export function useOrderFailure(): (error: unknown) => Promise<boolean> {
  const t = useText();
  const confirm = useConfirm();
  return async (error) => {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'failure' || trouble.failure.code !== 'stock.documentChanged') {
      notifyFailure(error);
      return false;
    }
    const { name, by, at, changes } = trouble.failure.parameters;
    const wanted = await confirm({
      title: t.orders.changed({ name }),
      effects: [
        ...(at === '' ? [] : [t.orders.changedBy({ by, at: momentText(at) })]),
        ...changes.slice(0, shownChanges).map((change) => changeText(change, t)),
        ...(changes.length > shownChanges ? [`+ ${changes.length - shownChanges}`] : []),
      ],
      note: t.orders.changedNote,
      action: t.orders.reload,
    });
    if (wanted) await invalidate('purchaseOrders', 'customerOrders');
    return wanted;
  };
}

function changeText({ line, field, before, after }: SheetChange, t: Catalogue): string {
  const said = {
    field: (t.orderWords.fields as Readonly<Record<string, string>>)[field] ?? field,
    before: valueText(field, before, t),
    after: valueText(field, after, t),
  };
  return line === null ? t.orders.changedField(said) : t.orders.changedLine({ ...said, line });
}

function valueText(field: string, value: string, t: Catalogue): string {
  if (value === '') return t.orders.nothing;
  if (field === 'status') return t.orderWords.statuses[value as OrderStatusName];
  return field === 'unitPrice' ? formatFen(fen(Number(value))) : value;
}
