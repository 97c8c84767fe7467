import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { RowOf } from '../api/contract.ts';
import { useReleaseLot } from '../lots/freeze-lot.tsx';
import type { FreezableLot } from '../lots/freeze-lot.tsx';
import { LotStatus } from '../lots/lot-status.tsx';
import classes from '../lots/lots.module.css';
import { StageBadge } from '../lots/stage-badge.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';

type Row = RowOf<'expiry.list'>;

export function useExpiryColumns(
  today: BusinessDay | undefined,
  onFreeze: (lot: FreezableLot) => void,
): readonly Column<Row>[] {
  const t = useText();
  const { names } = t.batches;
  const { code, name } = t.lists.columns;
  return [
    { key: 'stage', title: names.stage, width: 108, render: (row) => <StageBadge stage={row.stage} /> },
    { key: 'code', title: code, width: 92, sortable: true },
    { key: 'name', title: name, sortable: true },
    { key: 'category', title: names.category, width: 100, sortable: true, hidden: true },
    {
      key: 'lot',
      title: names.lot,
      width: 170,
      sortable: true,
      always: true,
      render: (row) => (
        <span className={classes['lotCell']}>
          {row.lot}
          {row.status === 'quarantined' ? <LotStatus status={row.status} /> : null}
        </span>
      ),
    },
    {
      key: 'productionDay',
      title: names.productionDay,
      width: 110,
      hidden: true,
      render: (row) => <DayText value={row.productionDay} />,
    },
    {
      key: 'expiryDay',
      title: names.expiryDay,
      width: 110,
      sortable: true,
      render: (row) => <DayText value={row.expiryDay} />,
    },
    {
      key: 'daysLeft',
      title: names.daysLeft,
      width: 118,
      numeric: true,
      sortable: true,
      render: (row) => <DaysLeft expiryDay={row.expiryDay} today={today} />,
    },
    { key: 'warehouse', title: names.warehouse, width: 100, sortable: true },
    {
      key: 'quantity',
      title: names.quantity,
      width: 84,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.quantity} unit={row.unit} />,
    },
    {
      key: 'value',
      title: names.value,
      width: 112,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.value} />,
    },
    {
      key: 'actions',
      title: '',
      width: 52,
      always: true,
      render: (row) => <RowActions row={row} onFreeze={onFreeze} />,
    },
  ];
}

interface DaysLeftProps {
  readonly expiryDay: BusinessDay | null;
  readonly today: BusinessDay | undefined;
}

function DaysLeft({ expiryDay, today }: DaysLeftProps) {
  const words = useText().batches.expiry;
  if (expiryDay === null || today === undefined) return <DayText value={null} />;
  const days = daysBetween(today, expiryDay);
  const count = formatQuantity(Math.abs(days));
  return <>{days < 0 ? words.past({ days: count }) : words.left({ days: count })}</>;
}

interface RowActionsProps {
  readonly row: Row;
  readonly onFreeze: (lot: FreezableLot) => void;
}

/** What can be done with a batch, each a step away. */
function RowActions({ row, onFreeze }: RowActionsProps) {
  const words = useText().batches.expiry;
  const [, navigate] = useLocation();
  const release = useReleaseLot();
  const lot: FreezableLot = { id: row.lotId, code: row.lot, version: row.version };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={words.actionsFor({ lot: row.lot })}
          onClick={(event) => event.stopPropagation()}
        >
          <IconDots size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item onClick={() => navigate(`/lots/${row.lotId}`)}>{words.openLot}</Menu.Item>
        <Menu.Item onClick={() => navigate(`/lots/${row.lotId}/trace`)}>{words.trace}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => navigate(`/documents/new/scrap?lot=${row.lotId}`)}>{words.scrap}</Menu.Item>
        <Menu.Item onClick={() => navigate(`/documents/new/supplier_return?lot=${row.lotId}`)}>
          {words.returnToSupplier}
        </Menu.Item>
        <Menu.Divider />
        {row.status === 'quarantined' ? (
          <Menu.Item onClick={() => void release(lot)}>{words.release}</Menu.Item>
        ) : (
          <Menu.Item onClick={() => onFreeze(lot)}>{words.freeze}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
