import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { StockTabs } from '../stock/stock-tabs.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { InspectForm } from './inspect-form.tsx';
import { inspectionKey, useInspectionColumns } from './inspection-columns.tsx';
import type { Inspection } from './inspection-columns.tsx';

const views = ['all', 'missing', 'open', 'passed', 'refused'] as const;
type View = (typeof views)[number];

/** The home page links to what is incomplete: `?view=missing`. */
function viewIn(search: string): View {
  const wanted = new URLSearchParams(search).get('view');
  return views.find((view) => view === wanted) ?? 'all';
}

/** 进货查验记录: what was received from whom, with which papers, and what of them is missing. */
export function InspectionsPage() {
  const t = useText();
  const words = t.batches.inspections;
  const [, navigate] = useLocation();
  const search = useSearch();
  const [view, setView] = useHistoryState<View>('inspections.view', () => viewIn(search));
  const [open, setOpen] = useState<Inspection | null>(null);
  const columns = useInspectionColumns();
  return (
    <Page
      title={t.shell.titles.stock}
      subtitle={<StockTabs />}
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.5} />}
          onClick={() => navigate(`/inspections/print?view=${view}`)}
        >
          {words.print}
        </Button>
      }
      flush
    >
      <DataTable
        id="inspections"
        list="inspections.list"
        label={words.title}
        columns={columns}
        rowKey={inspectionKey}
        filters={view === 'all' ? {} : { view }}
        searchPlaceholder={words.search}
        exportAs="inspections"
        onOpen={setOpen}
        onClearFilters={() => setView('all')}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={words.result}
            value={view}
            onChange={(value) => setView(value)}
            data={views.map((name) => ({ value: name, label: words.views[name] }))}
          />
        }
        empty={
          <EmptyState
            text={words.empty}
            action={<Button onClick={() => navigate('/documents/new/receipt')}>{words.emptyAction}</Button>}
          />
        }
      />
      <InspectForm record={open} onClose={() => setOpen(null)} />
    </Page>
  );
}
