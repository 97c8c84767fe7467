import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PartnerKind } from '#app/stock/plan-head.ts';
import { BackTo } from '../ui/back-to.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { PartnerForm } from './partner-form.tsx';
import type { Partner } from './partner-form.tsx';

const kinds = ['supplier', 'distributor', 'customer'] as const satisfies readonly PartnerKind[];

/** Suppliers, other distributors and customers; customers have a list of their own with what they bought. */
export function PartnersPage() {
  const t = useText();
  const words = t.documents.partners;
  const [kind, setKind] = useHistoryState<PartnerKind | 'all'>('partners.kind', () => 'supplier');
  const [edited, setEdited] = useState<Partner | 'new' | null>(null);
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.5} />}
      onClick={() => setEdited('new')}
      data-new-partner
    >
      {words.add}
    </Button>
  );
  const columns: readonly Column<Partner>[] = [
    { key: 'code', title: words.code, width: 140, sortable: true, always: true },
    { key: 'name', title: words.name, sortable: true },
    {
      key: 'kind',
      title: words.kind,
      width: 100,
      sortable: true,
      render: (row) => words.kinds[row.kind],
    },
    { key: 'phone', title: words.phone, width: 150, sortable: true },
    { key: 'licenceNumber', title: words.licence, width: 220, sortable: true },
  ];
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      leading={<BackTo href="/settings" />}
      actions={add}
      flush
    >
      <DataTable
        id="partners"
        list="partners.list"
        label={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        filters={kind === 'all' ? {} : { kind }}
        searchPlaceholder={words.search}
        exportAs="partners"
        onOpen={setEdited}
        onClearFilters={() => setKind('all')}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={words.kind}
            value={kind}
            onChange={(value) => setKind(value)}
            data={[
              ...kinds.map((value) => ({ value, label: words.kinds[value] })),
              { value: 'all' as const, label: words.all },
            ]}
          />
        }
        empty={<EmptyState text={words.empty} action={add} />}
      />
      {edited === null ? null : (
        <PartnerForm
          kinds={kind === 'all' ? kinds : [kind]}
          partner={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(null)}
          onSaved={() => setEdited(null)}
        />
      )}
    </Page>
  );
}
