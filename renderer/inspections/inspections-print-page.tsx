import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearch } from 'wouter';
import type { BusinessDay } from '#app/core/business-day.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useApiQuery } from '../api/hooks.ts';
import { BackTo } from '../ui/back-to.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';
import { DayText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import { inspectionKey, useInspectionColumns } from './inspection-columns.tsx';
import type { Inspection } from './inspection-columns.tsx';
import classes from './inspections.module.css';

const most = 1000;
const printed = [
  'day',
  'number',
  'supplier',
  'name',
  'registrationNumber',
  'lot',
  'expiryDay',
  'quantity',
  'supplierLicence',
  'certificateNumber',
  'result',
  'inspector',
  'retainUntil',
];

/** The record as whoever inspects takes it along: every paper of every line, for days that can be chosen. */
export function InspectionsPrintPage() {
  const t = useText();
  const words = t.batches.inspections;
  const view = new URLSearchParams(useSearch()).get('view') ?? 'all';
  const [from, setFrom] = useState<BusinessDay | ''>('');
  const [to, setTo] = useState<BusinessDay | ''>('');
  const filters = {
    ...(view === 'all' ? {} : { view }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  };
  const answer = useApiQuery('inspections.list', { filters, pageSize: most });
  const settings = useApiQuery('settings.get');
  const columns = usePrintedColumns();
  return (
    <Page
      title={words.title}
      leading={<BackTo href="/inspections" />}
      actions={
        <Button leftSection={<IconPrinter size={16} stroke={1.5} />} onClick={() => globalThis.print()}>
          {words.print}
        </Button>
      }
    >
      <div className={classes['choose']}>
        <DayField label={words.from} value={from} onDay={setFrom} width={130} />
        <DayField label={words.to} value={to} onDay={setTo} width={130} />
      </div>
      <QueryState query={answer}>
        {({ rows, total }) => (
          <div className={classes['paper']}>
            <h2 className={classes['title']}>{words.title}</h2>
            <Text size="sm">{settings.data?.distributorName ?? ''}</Text>
            <SimpleTable columns={columns} rows={rows} rowKey={inspectionKey} />
            {total > rows.length ? (
              <Text size="sm" c="dimmed" mt={8}>
                {words.printHint({ shown: formatQuantity(rows.length), total: formatQuantity(total) })}
              </Text>
            ) : null}
            <Text size="xs" c="dimmed" mt={8}>
              {words.retainHint}
            </Text>
          </div>
        )}
      </QueryState>
    </Page>
  );
}

/** The columns of the list without their widths, all papers shown; links are of no use on paper. */
function usePrintedColumns(): readonly Column<Inspection>[] {
  const { names } = useText().batches;
  const columns: readonly Column<Inspection>[] = [
    ...useInspectionColumns(),
    {
      key: 'expiryDay',
      title: names.expiryDay,
      render: (row) => <DayText value={row.expiryDay} />,
    },
  ];
  return printed.flatMap((key) => {
    const column = columns.find((candidate) => candidate.key === key);
    if (column === undefined) return [];
    const { width: _width, ...rest } = column;
    if (key !== 'number') return [rest];
    return [{ ...rest, render: (row: Inspection) => <span className={classes['once']}>{row.number}</span> }];
  });
}
