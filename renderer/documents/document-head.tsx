import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { CountLink } from '../stocktake/count-link.tsx';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { KeyValue } from '../ui/section.tsx';
import type { DocumentViewed } from './document-page.tsx';

type Head = DocumentViewed['document'];

/** What the head says, with links to what the document answers; what does not apply is left out. */
export function DocumentHeadSection({ document }: { readonly document: Head }) {
  const t = useText();
  const names = t.lists.columns;
  const words = t.documents.page;
  const link = (base: string, id: string | null, number: string | null): ReactNode =>
    id === null || number === null ? null : <Link href={`${base}/${id}`}>{number}</Link>;
  const order =
    link('/orders', document.purchaseOrderId, document.purchaseOrderNumber) ??
    link('/customer-orders', document.customerOrderId, document.customerOrderNumber);
  const shown: readonly { readonly label: string; readonly value: ReactNode }[] = [
    { label: words.toWarehouse, value: document.toWarehouse },
    { label: names.partner, value: document.partnerName },
    { label: words.order, value: order },
    { label: words.origin, value: link('/documents', document.originId, document.originNumber) },
    {
      label: t.shell.titles.stocktake,
      value:
        document.kind === 'stocktake' && document.reversesId === null ? (
          <CountLink documentId={document.id} />
        ) : null,
    },
    { label: words.reverses, value: link('/documents', document.reversesId, document.reversesNumber) },
    { label: words.reversedBy, value: link('/documents', document.reversedById, document.reversedByNumber) },
    { label: words.reason, value: document.reason === '' ? null : t.stockWords.reasons[document.reason] },
    { label: words.actor, value: document.actor === '' ? null : document.actor },
  ];
  return (
    <KeyValue
      wide
      items={[
        { label: names.day, value: <DayText value={document.day} /> },
        { label: words.warehouse, value: document.warehouse ?? '' },
        { label: names.units, value: <QuantityText value={document.units} /> },
        { label: names.cost, value: <Money value={document.value} sign /> },
        ...shown.filter(({ value }) => value !== null),
        { label: names.postedAt, value: <DayText value={document.postedAt} /> },
        { label: names.note, value: document.note },
      ]}
    />
  );
}
