import { Link } from 'wouter';
import type { InspectionItem } from '#app/stock/inspection.ts';
import type { RowOf } from '../api/contract.ts';
import classes from '../lots/lots.module.css';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';

export type Inspection = RowOf<'inspections.list'>;

export function inspectionKey(row: Inspection): string {
  return `${row.documentId}/${row.productId}/${row.lotKey}`;
}

export function useInspectionColumns(): readonly Column<Inspection>[] {
  const t = useText();
  const { names, lotless, inspections: words } = t.batches;
  const { code, name } = t.lists.columns;
  const paper = (
    key: 'supplierLicence' | 'registrationNumber' | 'certificateNumber',
    item: InspectionItem,
  ) => ({
    key,
    width: 150,
    hidden: true,
    render: (row: Inspection) => (row[key] === '' && row.files.includes(item) ? words.byFile : row[key]),
  });
  return [
    {
      key: 'day',
      title: words.purchaseDay,
      width: 104,
      sortable: true,
      render: (row) => <DayText value={row.day} />,
    },
    {
      key: 'number',
      title: names.number,
      width: 170,
      sortable: true,
      always: true,
      render: (row) => (
        <span className={classes['once']}>
          <Link href={`/documents/${row.documentId}`}>{row.number}</Link>
        </span>
      ),
    },
    { key: 'supplier', title: words.supplier, width: 100 },
    { key: 'code', title: code, width: 90, sortable: true, hidden: true },
    { key: 'name', title: name },
    { key: 'lot', title: names.lot, width: 108, render: (row) => row.lot ?? lotless },
    {
      key: 'quantity',
      title: names.quantity,
      width: 72,
      numeric: true,
      render: (row) => <QuantityText value={row.quantity} unit={row.unit} />,
    },
    { ...paper('supplierLicence', 'licence'), title: words.licence },
    { ...paper('registrationNumber', 'registration'), title: names.registration },
    { ...paper('certificateNumber', 'certificate'), title: names.certificate },
    { key: 'missing', title: words.missing, width: 238, render: (row) => <Missing items={row.missing} /> },
    { key: 'result', title: words.result, width: 104, render: (row) => <Result result={row.result} /> },
    { key: 'inspector', title: words.inspector, width: 90, hidden: true },
    {
      key: 'retainUntil',
      title: words.retainUntil,
      width: 104,
      sortable: true,
      render: (row) => (
        <span title={words.retainHint}>
          <DayText value={row.retainUntil} />
        </span>
      ),
    },
  ];
}

/** What is missing, in words. */
export function Missing({ items }: { readonly items: readonly InspectionItem[] }) {
  const words = useText().batches.inspections;
  if (items.length === 0) return <StatusBadge tone="good">{words.complete}</StatusBadge>;
  return <StatusBadge tone="warn">{items.map((item) => words.items[item]).join(' · ')}</StatusBadge>;
}

const tones = { open: 'quiet', passed: 'good', refused: 'bad' } as const;

export function Result({ result }: { readonly result: Inspection['result'] }) {
  const words = useText().batches.inspections;
  return (
    <StatusBadge tone={tones[result]} {...(result === 'refused' ? { icon: 'ban' as const } : {})}>
      {words.results[result]}
    </StatusBadge>
  );
}
