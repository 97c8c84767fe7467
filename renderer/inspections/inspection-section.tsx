import { useState } from 'react';
import { Link } from 'wouter';
import { useApiQuery } from '../api/hooks.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { InspectForm } from './inspect-form.tsx';
import { inspectionKey, useInspectionColumns } from './inspection-columns.tsx';
import type { Inspection } from './inspection-columns.tsx';

interface InspectionSectionProps {
  /** Of one batch, or of one receipt. */
  readonly filters: { readonly lot: string } | { readonly document: string };
  readonly title?: string;
}

/** Records of a receipt or a batch, each opened by a click; nothing where there are none. */
export function InspectionSection({ filters, title }: InspectionSectionProps) {
  const words = useText().batches.inspections;
  const [open, setOpen] = useState<Inspection | null>(null);
  const { data } = useApiQuery('inspections.list', { filters: { ...filters }, pageSize: 1000 });
  const columns = useSectionColumns('document' in filters);
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Section title={title ?? words.section} aside={<Link href="/inspections">{words.openList}</Link>} flush>
      <SimpleTable columns={columns} rows={data.rows} rowKey={inspectionKey} onRowClick={setOpen} />
      <InspectForm record={open} onClose={() => setOpen(null)} />
    </Section>
  );
}

/** Without what stands at the head of the page already. */
function useSectionColumns(ofDocument: boolean): readonly Column<Inspection>[] {
  const shown = ofDocument
    ? ['code', 'name', 'lot', 'quantity', 'missing', 'result', 'inspector', 'retainUntil']
    : ['day', 'number', 'quantity', 'missing', 'result', 'retainUntil'];
  const columns = useInspectionColumns();
  return columns.filter(({ key }) => shown.includes(key));
}
