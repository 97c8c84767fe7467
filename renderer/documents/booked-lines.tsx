import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import type { DocumentViewed } from './document-page.tsx';
import classes from './documents.module.css';

type Line = DocumentViewed['lines'][number];

/**
 * The movements in the ledger with their costs. Beside the written lines they are folded away, unless they say more: the other side of
 * a transfer, components, differences.
 */
export function BookedLines({ view: { lines, sheet } }: { readonly view: DocumentViewed }) {
  const t = useText();
  const saysMore = lines.some(({ role }) => role !== 'main' && role !== 'counter');
  const [isOpen, setOpen] = useState(sheet === null || saysMore);
  const columns = useBookedColumns(lines);
  if (lines.length === 0) return null;
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <Section
      flush
      title={
        <UnstyledButton
          className={classes['fold'] ?? ''}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon size={16} stroke={1.5} aria-hidden />
          {t.documents.page.booked}
        </UnstyledButton>
      }
    >
      {isOpen ? <SimpleTable columns={columns} rows={lines} rowKey={(line) => String(line.line)} /> : null}
    </Section>
  );
}

function useBookedColumns(lines: readonly Line[]): readonly Column<Line>[] {
  const t = useText();
  const names = t.lists.columns;
  const hasRoles = lines.some(({ role }) => role !== 'main');
  const all: readonly Column<Line>[] = [
    { key: 'line', title: t.documents.columns.line, width: 48, numeric: true },
    {
      key: 'role',
      title: t.documents.page.role,
      width: 90,
      render: ({ role }) => t.stockWords.roles[role],
    },
    {
      key: 'productCode',
      title: names.code,
      width: 120,
      render: (line) => <Link href={`/products/${line.productId}`}>{line.productCode}</Link>,
    },
    { key: 'productName', title: names.name },
    { key: 'warehouse', title: names.warehouse, width: 110 },
    {
      key: 'lot',
      title: names.lot,
      width: 130,
      render: (line) =>
        line.lotId === null ? t.kit.none : <Link href={`/lots/${line.lotId}`}>{line.lot}</Link>,
    },
    {
      key: 'expiryDay',
      title: names.expiryDay,
      width: 104,
      render: (line) => <DayText value={line.expiryDay} />,
    },
    {
      key: 'quantity',
      title: names.quantity,
      width: 90,
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
  return all.filter(({ key }) => key !== 'role' || hasRoles);
}
