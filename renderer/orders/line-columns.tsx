import type { Fen } from '#app/core/fen.ts';
import { Link } from 'wouter';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { Money, QuantityText } from '../ui/numbers.tsx';

export interface ShownLine {
  readonly line: number;
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly packSize: number;
  readonly quantity: number;
  readonly unitPrice: Fen | null;
  readonly amount: Fen | null;
}

/** What lines of orders of both kinds show, before and after the quantities that are their own. */
export function useLineColumns<Row extends ShownLine>(): {
  readonly first: readonly Column<Row>[];
  readonly last: readonly Column<Row>[];
} {
  const t = useText();
  const names = t.orders.columns;
  return {
    first: [
      { key: 'line', title: names.line, width: 48, numeric: true },
      {
        key: 'code',
        title: names.code,
        width: 120,
        render: (line) => <Link href={`/products/${line.productId}`}>{line.code}</Link>,
      },
      { key: 'name', title: names.name },
      { key: 'unit', title: names.unit, width: 60 },
      {
        key: 'quantity',
        title: names.quantity,
        width: 84,
        numeric: true,
        render: (line) => <QuantityText value={line.quantity} unit={line.unit} />,
      },
      {
        key: 'packs',
        title: names.packs,
        width: 70,
        numeric: true,
        render: (line) => (
          <span title={t.orders.packsOf({ size: line.packSize })}>
            <QuantityText
              value={line.quantity / line.packSize}
              decimals={line.quantity % line.packSize === 0 ? 0 : 2}
            />
          </span>
        ),
      },
    ],
    last: [
      {
        key: 'unitPrice',
        title: names.price,
        width: 96,
        numeric: true,
        render: (line) => <Money value={line.unitPrice} />,
      },
      {
        key: 'amount',
        title: names.amount,
        width: 120,
        numeric: true,
        render: (line) => <Money value={line.amount} />,
      },
    ],
  };
}
