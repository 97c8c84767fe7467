import { Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { mutate } from '../api/client.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import { JobProgress } from '../ui/job-progress.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { jobError, useJob } from '../ui/use-job.ts';
import type { JobView } from '../ui/use-job.ts';
import { ScopeFields } from './scope-fields.tsx';
import { blankScope, scopeOf } from './scope-draft.ts';
import type { ScopeDraft } from './scope-draft.ts';

interface NewStocktakeProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

/** What is to be counted, where, and how much that is, before a list is frozen. */
export function NewStocktake({ opened, onClose, onCreated }: NewStocktakeProps) {
  const words = useText().stocktake;
  return (
    <Modal opened={opened} onClose={onClose} title={words.create.title} size="lg" centered>
      <NewStocktakeForm onClose={onClose} onCreated={onCreated} />
    </Modal>
  );
}

function NewStocktakeForm({ onClose, onCreated }: Omit<NewStocktakeProps, 'opened'>) {
  const t = useText();
  const words = t.stocktake.create;
  const { data: all } = useApiQuery('stock.warehouses');
  const warehouses = (all ?? []).filter(({ kind }) => kind !== 'transit');
  const [chosen, setChosen] = useState<string | null>(null);
  const [draft, setDraft] = useState<ScopeDraft>(blankScope);
  const [blind, setBlind] = useState(false);
  const [note, setNote] = useState('');
  const warehouseId = chosen ?? warehouses[0]?.id ?? '';
  const scope = scopeOf(draft);
  const preview = useApiQuery(
    'stocktakes.preview',
    { warehouseId, scope: scope ?? { kind: 'all' } },
    { enabled: warehouseId !== '' && scope !== undefined, keepPrevious: true },
  );
  const freezing = useFreeze(onCreated);
  const found = scope === undefined ? undefined : preview.data;
  const ready = found !== undefined && found.lines > 0 && scope !== undefined;
  if (freezing.job.running) return <JobProgress state={freezing.job} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void freezing.start({ warehouseId, scope, blind, note: note.trim() });
      }}
    >
      <Stack gap={12}>
        <Select
          label={words.warehouse}
          value={warehouseId}
          onChange={(value) => setChosen(value)}
          allowDeselect={false}
          data={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
          data-autofocus
        />
        <ScopeFields draft={draft} onChange={setDraft} />
        <Checkbox
          size="xs"
          label={words.withZero}
          checked={draft.withZero}
          onChange={(event) => setDraft({ ...draft, withZero: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={words.blind}
          checked={blind}
          onChange={(event) => setBlind(event.currentTarget.checked)}
        />
        <TextInput
          label={words.note}
          value={note}
          maxLength={200}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Text size="sm" fw={500} data-preview>
          {found === undefined ? t.kit.none : <PreviewText found={found} blind={blind} />}
        </Text>
        <Text size="sm" c="dimmed">
          {words.hint}
        </Text>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t.kit.cancel}
          </Button>
          <Button type="submit" disabled={!ready} data-freeze>
            {words.action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PreviewTextProps {
  readonly found: { readonly lines: number; readonly products: number; readonly units: number };
  readonly blind: boolean;
}

function PreviewText({ found, blind }: PreviewTextProps) {
  const words = useText().stocktake.create;
  if (found.lines === 0) return <>{words.nothing}</>;
  const lines = formatQuantity(found.lines);
  const products = formatQuantity(found.products);
  return (
    <>
      {blind
        ? words.previewBlind({ lines, products })
        : words.preview({ lines, products, units: formatQuantity(found.units) })}
    </>
  );
}

/** Starts the job that freezes a list, and hands over what it made. */
function useFreeze(onCreated: (id: string) => void) {
  const words = useText().stocktake.create;
  const [jobId, setJobId] = useState<string | null>(null);
  const end = (job: JobView): void => {
    setJobId(null);
    if (job.state === 'failed') return notifyFailure(jobError(job));
    if (job.state !== 'done') return undefined;
    const frozen = job.result as { id: string; number: string; lines: number };
    notifyDone(words.done(frozen));
    void invalidate('stocktakes');
    return onCreated(frozen.id);
  };
  const job = useJob(jobId, end);
  return {
    job,
    start: async (input: Parameters<typeof mutate<'stocktakes.start'>>[1]): Promise<void> => {
      try {
        setJobId((await mutate('stocktakes.start', input)).jobId);
      } catch (error) {
        notifyFailure(error);
      }
    },
  };
}
