import type { OutputOf } from '../api/contract.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import classes from './lots.module.css';

export type Trace = OutputOf<'lots.trace'>;
type Recipient = Trace['recipients'][number];
type Balance = Trace['onHand'][number];
type Through = Recipient['through'];

export function Recipients({ trace: { recipients, lot } }: { readonly trace: Trace }) {
  const t = useText();
  const { trace: words, names } = t.batches;
  const hasSets = recipients.some(({ through }) => through !== null);
  // Without widths: on paper the names need what the rest leaves.
  const columns: readonly Column<Recipient>[] = [
    { key: 'code', title: t.lists.columns.code, render: (row) => <Once text={row.partner?.code} /> },
    {
      key: 'name',
      title: names.partner,
      render: (row) => <Once text={row.partner?.name ?? words.anonymous} />,
    },
    { key: 'phone', title: names.phone, render: (row) => <Once text={row.partner?.phone} /> },
    {
      key: 'region',
      title: names.region,
      render: (row) => [row.partner?.region, row.partner?.city].filter(Boolean).join(' '),
    },
    ...(hasSets
      ? [
          {
            key: 'through',
            title: words.through,
            render: (row: Recipient) => <ThroughText through={row.through} isCertain={row.isCertain} />,
          },
        ]
      : []),
    ...(['issued', 'returned', 'net'] as const).map((key) => ({
      key,
      title: words[key],
      numeric: true,
      render: (row: Recipient) => (
        <QuantityText value={row[key]} unit={row.through === null ? lot.unit : ''} />
      ),
    })),
    { key: 'lastDay', title: words.lastDay, render: (row) => <DayText value={row.lastDay} /> },
    {
      key: 'numbers',
      title: words.documents,
      render: (row) => (
        <div className={classes['numbers']}>
          {row.numbers.map((number) => (
            <span key={number}>{number}</span>
          ))}
        </div>
      ),
    },
  ];
  return (
    <Section title={words.recipients} aside={String(recipients.length)} flush>
      {recipients.length === 0 ? (
        <div className={classes['nothing']}>{words.noRecipients}</div>
      ) : (
        <SimpleTable
          columns={columns}
          rows={recipients}
          rowKey={(row, index) => `${row.partnerId ?? ''} ${row.through?.productCode ?? ''} ${index}`}
        />
      )}
    </Section>
  );
}

/** Not broken over lines. */
function Once({ text }: { readonly text: string | undefined }) {
  return <span className={classes['once']}>{text}</span>;
}

function ThroughText({ through, isCertain }: { readonly through: Through; readonly isCertain: boolean }) {
  const { trace: words, lotless } = useText().batches;
  if (through === null) return words.itself;
  return (
    <>
      {through.productCode} {through.lot ?? lotless}{' '}
      {isCertain ? null : (
        <span title={words.uncertainHint}>
          <StatusBadge tone="warn">{words.uncertain}</StatusBadge>
        </span>
      )}
    </>
  );
}

export function OnHand({ trace: { onHand, lot } }: { readonly trace: Trace }) {
  const t = useText();
  const { trace: words, names } = t.batches;
  const hasSets = onHand.some(({ through }) => through !== null);
  return (
    <Section title={words.onHand} flush>
      {onHand.length === 0 ? (
        <div className={classes['nothing']}>{words.noOnHand}</div>
      ) : (
        <SimpleTable
          rows={onHand}
          rowKey={(_row, index) => String(index)}
          columns={[
            { key: 'warehouse', title: names.warehouse },
            {
              key: 'kind',
              title: names.kind,
              width: 130,
              render: (row) => t.stockWords.warehouseKinds[row.warehouseKind],
            },
            ...(hasSets
              ? [
                  {
                    key: 'through',
                    title: words.through,
                    width: 220,
                    render: (row: Balance) => (
                      <ThroughText through={row.through} isCertain={row.through?.lot !== null} />
                    ),
                  },
                ]
              : []),
            {
              key: 'quantity',
              title: names.quantity,
              width: 100,
              numeric: true,
              render: (row) => (
                <QuantityText value={row.quantity} unit={row.through === null ? lot.unit : ''} />
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
