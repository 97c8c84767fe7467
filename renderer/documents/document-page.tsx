import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DocumentEvidence } from '../inspections/document-evidence.tsx';
import { LabelsButton } from '../labels/labels-button.tsx';
import { BackTo } from '../ui/back-to.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValue, Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import { ReverseButton } from './reverse-button.tsx';
import { DocumentState } from './document-state.tsx';
import classes from './documents.module.css';

type View = OutputOf<'documents.get'>;
type Line = View['lines'][number];

/** A posted stock document: read-only, for reading and printing. */
export function DocumentPage({ id }: { readonly id: string }) {
  const answer = useApiQuery('documents.get', { id });
  return <QueryState query={answer}>{(view) => <DocumentView view={view} />}</QueryState>;
}

function DocumentView({ view }: { readonly view: View }) {
  const t = useText();
  const names = t.lists.columns;
  const { document, lines } = view;
  const columns = useLineColumns();
  return (
    <Page
      title={document.number}
      leading={<BackTo href="/documents" />}
      subtitle={<DocumentState document={document} />}
      actions={
        <>
          <ReverseButton document={document} />
          <LabelsButton documentId={document.id} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.5} />}
            onClick={() => globalThis.print()}
          >
            {t.lists.documents.print}
          </Button>
        </>
      }
    >
      <div className={classes['document']}>
        <Section
          title={t.lists.documents.head}
          aside={
            <Text size="sm" c="dimmed">
              {t.lists.documents.readOnly}
            </Text>
          }
        >
          <KeyValue
            wide
            items={[
              { label: names.kind, value: t.stockWords.kinds[document.kind] },
              { label: names.day, value: <DayText value={document.day} /> },
              { label: names.partner, value: document.partnerName ?? '' },
              { label: names.units, value: <QuantityText value={document.units} /> },
              { label: names.postedAt, value: <DayText value={document.postedAt} /> },
              { label: names.note, value: document.note },
            ]}
          />
        </Section>
        <Section title={t.lists.documents.lines} flush>
          <SimpleTable columns={columns} rows={lines} rowKey={(line) => String(line.line)} />
        </Section>
        <DocumentEvidence documentId={document.id} />
      </div>
    </Page>
  );
}

function useLineColumns(): readonly Column<Line>[] {
  const t = useText();
  const names = t.lists.columns;
  return [
    { key: 'line', title: t.stock.opening.line, width: 56, numeric: true },
    {
      key: 'productCode',
      title: names.code,
      width: 120,
      render: (line) => <Link href={`/products/${line.productId}`}>{line.productCode}</Link>,
    },
    { key: 'productName', title: names.name },
    { key: 'warehouse', title: names.warehouse, width: 120 },
    { key: 'lot', title: names.lot, width: 130 },
    {
      key: 'expiryDay',
      title: names.expiryDay,
      width: 110,
      render: (line) => <DayText value={line.expiryDay} />,
    },
    {
      key: 'quantity',
      title: names.quantity,
      width: 100,
      numeric: true,
      render: (line) => <QuantityText value={line.quantity} unit={line.unit} />,
    },
    {
      key: 'cost',
      title: names.cost,
      width: 120,
      numeric: true,
      render: (line) => <Money value={line.cost} />,
    },
  ];
}
