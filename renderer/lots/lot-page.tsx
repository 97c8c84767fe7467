import { Button } from '@mantine/core';
import { IconBan, IconLockOpen, IconPencil, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { Attachments } from '../attachments/attachments.tsx';
import { InspectionSection } from '../inspections/inspection-section.tsx';
import { BackTo } from '../ui/back-to.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValue, Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import { EditLot } from './edit-lot.tsx';
import { FreezeLot, useReleaseLot } from './freeze-lot.tsx';
import { LotStatus } from './lot-status.tsx';
import classes from './lots.module.css';

type View = OutputOf<'lots.get'>;
const icon = { size: 16, stroke: 1.5 } as const;

/** Everything about one batch on one page. */
export function LotPage({ id }: { readonly id: string }) {
  const answer = useApiQuery('lots.get', { id });
  return <QueryState query={answer}>{(view) => <LotCard view={view} />}</QueryState>;
}

function LotCard({ view }: { readonly view: View }) {
  const t = useText();
  const { batches } = t;
  const [, navigate] = useLocation();
  const [editing, setEditing] = useState(false);
  const { lot, places } = view;
  return (
    <Page
      title={`${lot.productName} · ${lot.code}`}
      leading={<BackTo href="/stock/lots" />}
      subtitle={<LotStatus status={lot.status} reason={lot.statusReason} />}
      actions={
        <>
          <FreezeButton view={view} />
          <Button variant="default" leftSection={<IconPencil {...icon} />} onClick={() => setEditing(true)}>
            {batches.lot.edit}
          </Button>
          <Button leftSection={<IconRoute {...icon} />} onClick={() => navigate(`/lots/${lot.id}/trace`)}>
            {batches.lot.trace}
          </Button>
        </>
      }
    >
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <Section title={batches.lot.facts}>
            <KeyValue
              items={[
                {
                  label: batches.names.product,
                  value: (
                    <Link href={`/products/${lot.productId}`}>
                      {lot.productCode} {lot.productName}
                    </Link>
                  ),
                },
                { label: batches.names.lot, value: lot.code },
                { label: batches.names.productionDay, value: <DayText value={lot.productionDay} /> },
                { label: batches.names.expiryDay, value: <DayText value={lot.expiryDay} /> },
                { label: batches.names.certificate, value: lot.certificateNumber },
                { label: batches.names.status, value: batches.statuses[lot.status] },
                { label: batches.names.reason, value: lot.statusReason },
              ]}
            />
          </Section>
          <Places places={places} unit={lot.unit} />
        </div>
        <div className={classes['column']}>
          <InspectionSection filters={{ lot: lot.id }} title={batches.lot.inspections} />
          <Attachments entity="lot" entityId={lot.id} kind="certificate" />
        </div>
      </div>
      <EditLot lot={lot} opened={editing} onClose={() => setEditing(false)} />
    </Page>
  );
}

function FreezeButton({ view: { lot, places } }: { readonly view: View }) {
  const words = useText().batches.lot;
  const confirm = useConfirm();
  const release = useReleaseLot();
  const [freezing, setFreezing] = useState(false);
  const ask = async (): Promise<void> => {
    const units = formatQuantity(places.reduce((sum, { onHand }) => sum + onHand, 0));
    const effects = [words.releaseEffect({ units })];
    if (await confirm({ title: words.releaseTitle({ lot: lot.code }), effects, action: words.release }))
      await release(lot);
  };
  if (lot.status === 'quarantined')
    return (
      <Button variant="default" leftSection={<IconLockOpen {...icon} />} onClick={() => void ask()}>
        {words.release}
      </Button>
    );
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBan {...icon} />}
        onClick={() => setFreezing(true)}
        data-freeze
      >
        {words.freeze}
      </Button>
      <FreezeLot lot={freezing ? lot : null} onClose={() => setFreezing(false)} />
    </>
  );
}

function Places({ places, unit }: { readonly places: View['places']; readonly unit: string }) {
  const t = useText();
  const { names, lot: words } = t.batches;
  return (
    <Section title={words.places} flush>
      {places.length === 0 ? (
        <div className={classes['nothing']}>{words.noStock}</div>
      ) : (
        <SimpleTable
          rows={places}
          rowKey={(row) => row.warehouseId}
          columns={[
            { key: 'warehouse', title: names.warehouse },
            {
              key: 'kind',
              title: names.kind,
              width: 110,
              render: (row) => t.stockWords.warehouseKinds[row.warehouseKind],
            },
            {
              key: 'onHand',
              title: names.onHand,
              width: 110,
              numeric: true,
              render: (row) => <QuantityText value={row.onHand} unit={unit} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
