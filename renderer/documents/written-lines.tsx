import { Link } from 'wouter';
import { writtenLines } from '#app/stock/paper-lines.ts';
import type { WrittenLine } from '#app/stock/paper-lines.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { Money, QuantityText } from '../ui/numbers.tsx';
import type { DocumentViewed } from './document-page.tsx';
import classes from './documents.module.css';

type Product = DocumentViewed['products'][number];

/** A line as a person wrote it, with its product. */
interface WrittenRow extends WrittenLine {
  readonly key: string;
  readonly product: Product | undefined;
}

export function writtenRows({ sheet, lines, products }: DocumentViewed): WrittenRow[] {
  if (sheet === null) return [];
  const known = new Map(products.map((product) => [product.id, product]));
  return writtenLines(sheet, lines).map((written) => ({
    ...written,
    key: String(written.index),
    product: known.get(written.line.productId),
  }));
}

/** Columns that would be empty throughout are left out. */
export function useWrittenColumns(rows: readonly WrittenRow[]): readonly Column<WrittenRow>[] {
  const all = useAllColumns();
  const left = new Set<string>();
  if (rows.every(({ amount }) => amount === null)) ['price', 'amount'].forEach((key) => left.add(key));
  if (rows.every(({ line }) => (line.condition ?? null) === null)) left.add('condition');
  if (rows.every(({ line }) => (line.note ?? '') === '' && (line.lotReason ?? '') === '')) left.add('note');
  if (rows.every(({ parts }) => parts.every(({ lot }) => lot === null))) left.add('lot');
  return all.filter(({ key }) => !left.has(key));
}

function useAllColumns(): readonly Column<WrittenRow>[] {
  const t = useText();
  const names = t.lists.columns;
  const words = t.documents;
  return [
    {
      key: 'line',
      title: words.columns.line,
      width: 48,
      numeric: true,
      render: ({ index }) => <QuantityText value={index + 1} />,
    },
    {
      key: 'code',
      title: names.code,
      width: 120,
      render: ({ product }) =>
        product === undefined ? null : <Link href={`/products/${product.id}`}>{product.code}</Link>,
    },
    { key: 'name', title: names.name, render: ({ product }) => product?.name },
    {
      key: 'quantity',
      title: names.quantity,
      width: 120,
      numeric: true,
      render: ({ line, product }) => <QuantityText value={line.quantity} unit={product?.unit} withUnit />,
    },
    {
      key: 'price',
      title: names.price,
      width: 100,
      numeric: true,
      render: ({ line }) => <Money value={line.unitPrice} />,
    },
    {
      key: 'amount',
      title: words.page.amount,
      width: 120,
      numeric: true,
      render: ({ amount }) => <Money value={amount} />,
    },
    { key: 'lot', title: names.lot, width: 250, render: (row) => <Parts row={row} /> },
    {
      key: 'condition',
      title: words.columns.condition,
      width: 90,
      render: ({ line }) => t.stockWords.conditions[line.condition ?? 'sellable'],
    },
    {
      key: 'note',
      title: names.note,
      width: 160,
      render: ({ line }) => [line.lotReason, line.note].filter((part) => (part ?? '') !== '').join('；'),
    },
  ];
}

/** The batches of a line: quantities only where there are several. */
function Parts({ row: { parts } }: { readonly row: WrittenRow }) {
  const words = useText().documents;
  return (
    <span className={classes['parts']}>
      {parts.map(({ lotId, lot, expiryDay, quantity }) => (
        <span key={lotId ?? ''}>
          {lotId === null ? words.noBatch : <Link href={`/lots/${lotId}`}>{lot}</Link>}
          {parts.length > 1 ? <span>{` × ${formatQuantity(quantity)}`}</span> : null}
          {expiryDay === null ? null : <span className={classes['partDay']}>{expiryDay}</span>}
        </span>
      ))}
    </span>
  );
}
