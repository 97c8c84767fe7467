import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import { mutate } from '../../api/client.ts';
import type { RowOf } from '../../api/contract.ts';
import { invalidate } from '../../api/hooks.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { Column } from '../../ui/data-table/types.ts';
import { useText } from '../../ui/language.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.tsx';
import { QuantityText } from '../../ui/numbers.tsx';
import { EmptyState } from '../../ui/states.tsx';
import classes from '../reorder.module.css';

type Transfer = RowOf<'replenishment.transfers'>;

/** 调拨 that the plan proposes; one button drafts the whole journey. */
export function TransferList() {
  const t = useText();
  const words = t.reorderBalance;
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const draft = async ({ fromId, toId, from, to }: Transfer): Promise<void> => {
    setBusy(true);
    try {
      const { draftId, lines } = await mutate('replenishment.draftTransfer', { fromId, toId });
      await invalidate('documents');
      notifyDone(words.drafted({ from, to, lines: formatQuantity(lines) }));
      navigate(`/documents/drafts/${draftId}`);
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const columns: readonly Column<Transfer>[] = [
    { key: 'from', title: words.columns.from, width: 160, sortable: true, always: true },
    { key: 'to', title: words.columns.to, width: 160, sortable: true, always: true },
    { key: 'code', title: words.columns.code, width: 110, sortable: true },
    { key: 'name', title: words.columns.name, sortable: true },
    {
      key: 'quantity',
      title: words.columns.quantity,
      width: 100,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.quantity} unit={row.unit} />,
    },
    {
      key: 'draft',
      title: '',
      width: 132,
      numeric: true,
      always: true,
      render: (row) => (
        <Button
          size="compact-xs"
          variant="default"
          disabled={busy}
          onClick={() => void draft(row)}
          data-draft-transfer
        >
          {words.draft}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      id="reorder-transfers"
      list="replenishment.transfers"
      label={words.transfers}
      columns={columns}
      rowKey={(row) => `${row.productId} ${row.fromId} ${row.toId}`}
      searchPlaceholder={words.search}
      exportAs="transfers"
      onOpen={(row) => navigate(`/products/${row.productId}`)}
      footer={<span className={classes['quiet']}>{words.rule}</span>}
      empty={<EmptyState text={words.transfersEmpty} />}
    />
  );
}
