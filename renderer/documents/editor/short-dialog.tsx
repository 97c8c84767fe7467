import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { StockShortfall } from '#app/core/stock-problems.ts';
import type { Column } from '../../ui/data-table/types.ts';
import { useText } from '../../ui/language.tsx';
import { DayText, QuantityText } from '../../ui/numbers.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';

interface ShortDialogProps {
  readonly shortfalls: readonly StockShortfall[];
  readonly onClose: () => void;
}

/** Which balances would be below zero, when, and which document would go wrong. */
export function ShortDialog({ shortfalls, onClose }: ShortDialogProps) {
  const words = useText().documents.short;
  const columns: readonly Column<StockShortfall>[] = [
    { key: 'product', title: words.product },
    {
      key: 'warehouse',
      title: words.where,
      width: 150,
      render: ({ warehouse, lot }) => (lot === null ? warehouse : `${warehouse} / ${lot}`),
    },
    { key: 'day', title: words.day, width: 100, render: ({ day }) => <DayText value={day} /> },
    {
      key: 'available',
      title: words.available,
      width: 90,
      numeric: true,
      render: ({ available }) => <QuantityText value={available} />,
    },
    {
      key: 'requested',
      title: words.requested,
      width: 80,
      numeric: true,
      render: ({ requested }) => <QuantityText value={requested} />,
    },
    {
      key: 'document',
      title: words.document,
      width: 180,
      render: ({ document, documentId }) =>
        documentId === null ? words.own : <Link href={`/documents/${documentId}`}>{document}</Link>,
    },
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={880}
      centered
      transitionProps={{ duration: 100 }}
    >
      <Stack gap={12}>
        <Text size="sm">{words.text}</Text>
        <SimpleTable
          columns={columns}
          rows={shortfalls}
          rowKey={(row) => `${row.product} ${row.warehouse} ${row.lot}`}
        />
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {words.close}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
