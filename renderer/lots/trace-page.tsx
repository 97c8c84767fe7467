import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import { traceFlows } from '#app/stock/trace.ts';
import { mutate } from '../api/client.ts';
import { downloadFile } from '../api/download.ts';
import { useApiQuery } from '../api/hooks.ts';
import { BackTo } from '../ui/back-to.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { DayText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValue, Section } from '../ui/section.tsx';
import { QueryState } from '../ui/states.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { LotStatus } from './lot-status.tsx';
import { Sources, Uses } from './trace-documents.tsx';
import { Components, Sets } from './trace-sets.tsx';
import { OnHand, Recipients } from './trace-tables.tsx';
import type { Trace } from './trace-tables.tsx';
import classes from './lots.module.css';

/** 批次溯源: where a batch came from, who has it, what is left; to act on, print and hand over. */
export function TracePage({ id }: { readonly id: string }) {
  const answer = useApiQuery('lots.trace', { id });
  return <QueryState query={answer}>{(trace) => <TraceView trace={trace} />}</QueryState>;
}

function TraceView({ trace }: { readonly trace: Trace }) {
  const t = useText();
  const { names, lot: lotWords, trace: words } = t.batches;
  const { lot } = trace;
  return (
    <Page
      title={`${words.title} · ${lot.code}`}
      leading={<BackTo href={`/lots/${lot.id}`} />}
      subtitle={`${lot.productCode} ${lot.productName}`}
      actions={<TraceActions id={lot.id} />}
    >
      <div className={classes['trace']}>
        {/* The bar with the title is not printed. */}
        <h2 className={classes['printTitle']}>{`${words.title} · ${lot.productName} · ${lot.code}`}</h2>
        <Section title={lotWords.facts} aside={<LotStatus status={lot.status} reason={lot.statusReason} />}>
          <KeyValue
            wide
            items={[
              {
                label: names.product,
                value: (
                  <Link href={`/products/${lot.productId}`}>
                    {lot.productCode} {lot.productName}
                  </Link>
                ),
              },
              { label: names.lot, value: <Link href={`/lots/${lot.id}`}>{lot.code}</Link> },
              { label: names.registration, value: lot.registrationNumber },
              { label: names.productionDay, value: <DayText value={lot.productionDay} /> },
              { label: names.expiryDay, value: <DayText value={lot.expiryDay} /> },
              { label: names.certificate, value: lot.certificateNumber },
            ]}
          />
        </Section>
        <Balance trace={trace} />
        <Recipients trace={trace} />
        <Sources trace={trace} />
        <Components trace={trace} />
        <Sets trace={trace} />
        <OnHand trace={trace} />
        <Uses trace={trace} />
      </div>
    </Page>
  );
}

function TraceActions({ id }: { readonly id: string }) {
  const words = useText().batches.trace;
  const { language } = useLanguage();
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const { fileId, name } = await mutate('lots.traceWorkbook', { id, language });
      downloadFile(fileId);
      notifyDone(words.saved({ name }));
    } catch (error) {
      notifyFailure(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} stroke={1.5} />}
        onClick={() => globalThis.print()}
      >
        {words.print}
      </Button>
      <Button
        leftSection={<IconDownload size={16} stroke={1.5} />}
        loading={saving}
        onClick={() => void save()}
      >
        {words.workbook}
      </Button>
    </>
  );
}

/** What came in is what went out and what is left: shown, and whether it is so. */
function Balance({ trace: { flows, totals, lot } }: { readonly trace: Trace }) {
  const words = useText().batches.trace;
  const { cameIn, wentOut, onHand, difference } = totals;
  const line = words.balanceLine({
    cameIn: formatQuantity(cameIn),
    wentOut: formatQuantity(wentOut),
    onHand: formatQuantity(onHand),
  });
  return (
    <Section
      title={words.balance}
      aside={
        difference === 0 ? (
          <StatusBadge tone="good">{words.agrees}</StatusBadge>
        ) : (
          <StatusBadge tone="bad">{words.differs({ difference: formatQuantity(difference) })}</StatusBadge>
        )
      }
    >
      <div className={classes['balance']} data-balance>
        <span className={classes['balanceLine']}>
          {line} {lot.unit}
        </span>
        {traceFlows
          .filter((flow) => flows[flow] !== 0)
          .map((flow) => (
            <span key={flow} className={classes['flow']}>
              {words.flows[flow]} {formatQuantity(flows[flow])}
            </span>
          ))}
      </div>
    </Section>
  );
}
