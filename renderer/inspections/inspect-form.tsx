import { Checkbox, Drawer, Stack, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { inspectionItems } from '#app/stock/inspection.ts';
import type { InspectionItem } from '#app/stock/inspection.ts';
import { Attachments } from '../attachments/attachments.tsx';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { KeyValue } from '../ui/section.tsx';
import { Decision } from './decision.tsx';
import type { Inspection } from './inspection-columns.tsx';
import { Missing, Result } from './inspection-columns.tsx';
import { draftOf, fieldOfItem } from './inspect-draft.ts';
import type { InspectDraft } from './inspect-draft.ts';

interface InspectFormProps {
  /** Null while none is open. */
  readonly record: Inspection | null;
  readonly onClose: () => void;
}

/** One record beside the list: its papers are completed, files added, and the goods passed or refused. */
export function InspectForm({ record, onClose }: InspectFormProps) {
  const words = useText().batches.inspections;
  const title = record === null ? '' : words.editTitle({ product: record.code, lot: record.lot ?? '' });
  return (
    <Drawer opened={record !== null} onClose={onClose} title={title} position="right" size={480}>
      {record === null ? null : <InspectBody key={record.version} record={record} onDone={onClose} />}
    </Drawer>
  );
}

function InspectBody({ record, onDone }: { readonly record: Inspection; readonly onDone: () => void }) {
  const t = useText();
  const { names, inspections: words } = t.batches;
  const [draft, setDraft] = useState<InspectDraft>(() => draftOf(record));
  const change = (part: Partial<InspectDraft>): void => setDraft({ ...draft, ...part });
  return (
    <Stack gap={12}>
      <KeyValue
        items={[
          { label: names.number, value: record.number },
          { label: words.purchaseDay, value: <DayText value={record.day} /> },
          { label: words.supplier, value: record.supplier },
          { label: names.product, value: record.name },
          {
            label: names.quantity,
            value: <QuantityText value={record.quantity} unit={record.unit} withUnit />,
          },
          { label: names.expiryDay, value: <DayText value={record.expiryDay} /> },
          { label: words.retainUntil, value: <DayText value={record.retainUntil} /> },
          { label: words.missing, value: <Missing items={record.missing} /> },
          { label: words.result, value: <Result result={record.result} /> },
        ]}
      />
      {inspectionItems.map((item) => (
        <Paper key={item} item={item} record={record} draft={draft} onChange={change} />
      ))}
      <TextInput
        label={words.inspector}
        value={draft.inspector}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => change({ inspector: event.currentTarget.value })}
      />
      <Textarea
        label={words.note}
        value={draft.note}
        maxLength={500}
        autosize
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <Decision record={record} draft={draft} onDone={onDone} onChange={change} />
      <Files record={record} />
    </Stack>
  );
}

interface PaperProps {
  readonly item: InspectionItem;
  readonly record: Inspection;
  readonly draft: InspectDraft;
  readonly onChange: (part: Partial<InspectDraft>) => void;
}

/** One number, and whether the supplier, product or batch is to have it from now on. */
function Paper({ item, record, draft, onChange }: PaperProps) {
  const t = useText();
  const { names, inspections: words } = t.batches;
  const field = fieldOfItem[item];
  const label = { licence: words.licence, registration: names.registration, certificate: names.certificate }[
    item
  ];
  const differs = draft[field].trim() !== record[field] && draft[field].trim() !== '';
  const hasHolder =
    item === 'registration' || (item === 'licence' ? record.supplierId : record.lotId) !== null;
  return (
    <div>
      <TextInput
        label={label}
        value={draft[field]}
        maxLength={100}
        autoComplete="off"
        placeholder={record.files.includes(item) ? words.byFile : ''}
        onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      />
      {differs && hasHolder ? (
        <Checkbox
          mt={4}
          size="xs"
          label={words.remember[item]}
          checked={draft.remember[item]}
          onChange={(event) =>
            onChange({ remember: { ...draft.remember, [item]: event.currentTarget.checked } })
          }
        />
      ) : null}
    </div>
  );
}

function Files({ record }: { readonly record: Inspection }) {
  const words = useText().batches.inspections.filesOf;
  return (
    <>
      <Attachments entity="document" entityId={record.documentId} kind="delivery" title={words.document} />
      {record.supplierId === null ? null : (
        <Attachments entity="partner" entityId={record.supplierId} kind="licence" title={words.partner} />
      )}
      <Attachments entity="product" entityId={record.productId} kind="registration" title={words.product} />
      {record.lotId === null ? null : (
        <Attachments entity="lot" entityId={record.lotId} kind="certificate" title={words.lot} />
      )}
    </>
  );
}
