import { Table } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '../api/contract.ts';
import { ExpiryBar } from '../ui/expiry-bar.tsx';
import kit from '../ui/kit.module.css';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import card from './card.module.css';
import classes from './products.module.css';

type View = OutputOf<'products.get'>;
type Row = View['stock'][number];

/** What lies where: each warehouse with its sum, and its batches with what is left of their life. */
export function ProductStock({ view: { stock, product, today, stages } }: { readonly view: View }) {
  const t = useText();
  const names = t.lists.columns;
  const words = t.productCard.stock;
  if (stock.length === 0)
    return (
      <Section title={t.lists.product.stock} flush>
        <div className={classes['nothing']}>{t.lists.product.noStock}</div>
      </Section>
    );
  const batch = (row: Row) => (
    <Table.Tr key={row.lotId ?? ''}>
      <Table.Td pl={24}>
        <LotName row={row} />
      </Table.Td>
      <Table.Td>
        <DayText value={row.productionDay} />
      </Table.Td>
      <Table.Td>
        <DayText value={row.expiryDay} />
      </Table.Td>
      <Table.Td>
        <ExpiryBar {...row} today={today} stages={stages} />
      </Table.Td>
      <Table.Td ta="right">
        <QuantityText value={row.onHand} unit={product.unit} />
      </Table.Td>
    </Table.Tr>
  );
  return (
    <Section title={t.lists.product.stock} flush>
      <div className={kit['tableScroll']}>
        <Table className={kit['simpleTable'] ?? ''} verticalSpacing={4} horizontalSpacing={10}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{`${names.warehouse} / ${names.lot}`}</Table.Th>
              <Table.Th w={110}>{t.batches.names.productionDay}</Table.Th>
              <Table.Th w={110}>{names.expiryDay}</Table.Th>
              <Table.Th w={190}>{words.life}</Table.Th>
              <Table.Th w={100} ta="right">
                {names.onHand}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {byWarehouse(stock).map((rows) => (
              <Fragment key={rows[0]?.warehouseId}>
                <Table.Tr className={card['place'] ?? ''}>
                  <Table.Td colSpan={4}>
                    <PlaceName row={rows[0]} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <QuantityText
                      value={rows.reduce((sum, row) => sum + row.onHand, 0)}
                      unit={product.unit}
                    />
                  </Table.Td>
                </Table.Tr>
                {rows.map(batch)}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}

function byWarehouse(stock: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of stock) {
    const group = groups.get(row.warehouseId);
    if (group) group.push(row);
    else groups.set(row.warehouseId, [row]);
  }
  return [...groups.values()];
}

/** A warehouse whose stock cannot be sold says so. */
function PlaceName({ row }: { readonly row: Row | undefined }) {
  const { stockWords } = useText();
  if (row === undefined) return null;
  if (row.warehouseKind === 'own') return row.warehouse;
  return (
    <>
      {row.warehouse} <StatusBadge tone="quiet">{stockWords.warehouseKinds[row.warehouseKind]}</StatusBadge>
    </>
  );
}

function LotName({ row: { lotId, lot, lotStatus } }: { readonly row: Row }) {
  const t = useText();
  if (lotId === null) return <span className={card['dimmed']}>{t.stock.lotless}</span>;
  return (
    <>
      <Link href={`/lots/${lotId}`}>{lot}</Link>{' '}
      {lotStatus === 'quarantined' ? (
        <StatusBadge tone="bad" icon="ban">
          {t.productCard.stock.quarantined}
        </StatusBadge>
      ) : null}
    </>
  );
}
