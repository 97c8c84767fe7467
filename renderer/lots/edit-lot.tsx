import { Button, CloseButton, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BusinessDay } from '#app/core/business-day.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { mutate } from '../api/client.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { refreshLots } from './freeze-lot.tsx';
import { stageText } from './stage-badge.tsx';
import classes from './lots.module.css';

type Lot = OutputOf<'lots.get'>['lot'];
interface Draft {
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly certificateNumber: string;
}

interface EditLotProps {
  readonly lot: Lot;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function EditLot({ lot, opened, onClose }: EditLotProps) {
  const t = useText().batches.lot;
  return (
    <Modal opened={opened} onClose={onClose} title={t.editTitle({ lot: lot.code })} centered>
      {opened ? <EditForm key={lot.version} lot={lot} onDone={onClose} /> : null}
    </Modal>
  );
}

async function saveLot(id: string, version: number, change: Draft) {
  const saved = await mutate('lots.save', { id, version, change });
  await refreshLots();
  return saved;
}

function EditForm({ lot, onDone }: { readonly lot: Lot; readonly onDone: () => void }) {
  const t = useText();
  const { lot: words, names } = t.batches;
  const before: Draft = {
    productionDay: lot.productionDay,
    expiryDay: lot.expiryDay,
    certificateNumber: lot.certificateNumber,
  };
  const [draft, setDraft] = useState<Draft>(before);
  const [saving, setSaving] = useState(false);
  const dirty = JSON.stringify(draft) !== JSON.stringify(before);
  const daysChanged = draft.expiryDay !== before.expiryDay || draft.productionDay !== before.productionDay;
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const saved = await saveLot(lot.id, lot.version, draft);
      notifyUndo(words.saved({ lot: lot.code }), () => saveLot(lot.id, saved.lot.version, before));
      onDone();
    } catch (error) {
      notifyFailure(error);
      // Changed elsewhere since: what is there now is shown, and the form begins with it.
      await refreshLots();
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty) void save();
      }}
    >
      <Stack gap={12}>
        <ClearableDay
          label={names.productionDay}
          value={draft.productionDay}
          onDay={(productionDay) => setDraft({ ...draft, productionDay })}
        />
        <ClearableDay
          label={names.expiryDay}
          value={draft.expiryDay}
          onDay={(expiryDay) => setDraft({ ...draft, expiryDay })}
        />
        <TextInput
          label={names.certificate}
          value={draft.certificateNumber}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setDraft({ ...draft, certificateNumber: event.currentTarget.value })}
        />
        {daysChanged ? <Effects lot={lot} draft={draft} /> : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onDone}>
            {t.kit.back}
          </Button>
          <Button type="submit" loading={saving} disabled={!dirty}>
            {t.kit.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ClearableDayProps {
  readonly label: string;
  readonly value: BusinessDay | null;
  readonly onDay: (day: BusinessDay | null) => void;
}

function ClearableDay({ label, value, onDay }: ClearableDayProps) {
  const t = useText().batches.lot;
  return (
    <div className={classes['clearable']}>
      <DayField label={label} value={value ?? ''} onDay={onDay} />
      {value === null ? null : (
        <CloseButton size="md" aria-label={`${t.clearDay} ${label}`} onClick={() => onDay(null)} />
      )}
    </div>
  );
}

/** What other days would change, before they are saved. */
function Effects({ lot, draft }: { readonly lot: Lot; readonly draft: Draft }) {
  const t = useText();
  const words = t.batches.lot;
  const { productionDay, expiryDay } = draft;
  const { data } = useApiQuery(
    'lots.effects',
    { id: lot.id, productionDay, expiryDay },
    { keepPrevious: true },
  );
  if (data === undefined) return null;
  const stage = (value: number | 'expired' | null): string =>
    value === null ? words.noStage : stageText(String(value), t);
  const units = formatQuantity(Math.abs(data.unusableUnits));
  const effects = [
    ...(data.stageBefore === data.stageAfter
      ? []
      : [words.stageChange({ before: stage(data.stageBefore), after: stage(data.stageAfter) })]),
    ...(data.unusableUnits > 0 ? [words.becomesExpired({ units })] : []),
    ...(data.unusableUnits < 0 ? [words.becomesUsable({ units })] : []),
    ...(data.records > 0 ? [words.recordsKept({ records: String(data.records) })] : []),
  ];
  return (
    <div className={classes['effects']} data-effects>
      <Text size="sm" fw={600}>
        {words.effects}
      </Text>
      <List size="sm" spacing={2}>
        {(effects.length === 0 ? [words.noEffect] : effects).map((effect) => (
          <List.Item key={effect}>{effect}</List.Item>
        ))}
      </List>
    </div>
  );
}
