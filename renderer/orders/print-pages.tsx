import type { PaperRow } from '#app/stock/paper.ts';
import { useApiQuery } from '../api/hooks.ts';
import { PaperDesk } from '../documents/print/paper-desk.tsx';
import { useText } from '../ui/language.tsx';
import { QueryState } from '../ui/states.tsx';
import type { ShownLine } from './line-columns.tsx';

/** An order to HQ on paper. */
export function PurchasePrintPage({ id }: { readonly id: string }) {
  const { columns: names, paper } = useText().orders;
  const answer = useApiQuery('purchaseOrders.get', { id });
  return (
    <QueryState query={answer}>
      {({ order, lines, note, warehouse }) => (
        <PaperDesk
          number={order.number}
          href={`/orders/${id}`}
          content={{
            heading: {
              title: paper.purchaseTitle,
              stamp: null,
              facts: [
                [names.number, order.number],
                [names.day, order.day],
                [names.expectedDay, order.expectedDay],
                [names.supplier, order.supplier],
                [names.supplierNumber, order.supplierNumber],
                [names.warehouse, warehouse],
                [names.note, note],
              ],
            },
            rows: lines.map(rowOf),
            beside: 'barcode',
            signatures: paper.signatures.map((label) => ({ label })),
            copies: paper.purchaseCopies,
          }}
        />
      )}
    </QueryState>
  );
}

/** An order of a customer on paper. */
export function CustomerOrderPrintPage({ id }: { readonly id: string }) {
  const t = useText();
  const { columns: names, paper, customer: words } = t.orders;
  const answer = useApiQuery('customerOrders.get', { id });
  return (
    <QueryState query={answer}>
      {({ order, lines, note }) => (
        <PaperDesk
          number={order.number}
          href={`/customer-orders/${id}`}
          content={{
            heading: {
              title: paper.customerTitle,
              stamp: null,
              facts: [
                [names.number, order.number],
                [names.day, order.day],
                [names.dueDay, order.dueDay],
                [names.customer, order.customer === '' ? words.noCustomer : order.customer],
                [names.warehouse, order.warehouse],
                [names.note, note],
              ],
            },
            rows: lines.map(rowOf),
            beside: 'barcode',
            signatures: paper.customerSignatures.map((label) => ({ label })),
            copies: t.documents.print.copies,
          }}
        />
      )}
    </QueryState>
  );
}

/** Batches are chosen when the goods go; an order names none. */
function rowOf(line: ShownLine & { readonly barcode: string | null }): PaperRow {
  const { code, barcode, name, unit, packSize, quantity, unitPrice, amount } = line;
  const whole = { role: 'main', lot: null, productionDay: null, expiryDay: null, condition: null } as const;
  return { ...whole, code, barcode, name, unit, packSize, quantity, unitPrice, amount, note: '' };
}
