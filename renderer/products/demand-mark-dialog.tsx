import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BusinessDay } from '#app/core/business-day.ts';
import { largestQuantity } from '#app/core/quantity.ts';
import { markKinds } from '#app/forecast/demand/types.ts';
import type { MarkKind } from '#app/forecast/demand/types.ts';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import { ProductField } from './product-field.tsx';
import { useMarks } from './use-marks.ts';

interface DemandMarkDialogProps {
  readonly productId: string;
  /** What both days start from. */
  readonly day: BusinessDay | '';
  readonly onClose: () => void;
}

interface Draft {
  readonly kind: MarkKind;
  readonly firstDay: BusinessDay | '';
  readonly lastDay: BusinessDay | '';
  readonly quantity: string;
  readonly wanted: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly note: string;
}

const range = { min: 1, max: largestQuantity } as const;

/** Says what a person knows of some days. */
export function DemandMarkDialog({ productId, day, onClose }: DemandMarkDialogProps) {
  const words = useText().demand.dialog;
  const marks = useMarks();
  const [draft, setDraft] = useState<Draft>({
    kind: 'stockOut',
    firstDay: day,
    lastDay: day,
    quantity: '',
    wanted: null,
    note: '',
  });
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const mark = markOf(draft, productId);
  const save = (): void => {
    if (mark !== null) marks.write(mark).then(onClose, notifyFailure);
  };
  return (
    <Modal opened onClose={onClose} title={words.title} centered transitionProps={{ duration: 100 }}>
      <Stack gap={12}>
        <Select
          label={words.kind}
          value={draft.kind}
          allowDeselect={false}
          onChange={(kind) => set({ kind: kind as MarkKind })}
          data={markKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          data-autofocus
        />
        <Group gap={12} grow align="flex-start">
          <DayField label={words.first} value={draft.firstDay} onDay={(firstDay) => set({ firstDay })} />
          <DayField label={words.last} value={draft.lastDay} onDay={(lastDay) => set({ lastDay })} />
        </Group>
        <Amount draft={draft} set={set} />
        <TextInput
          label={words.note}
          value={draft.note}
          maxLength={200}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <Group justify="flex-end">
          <Button onClick={save} disabled={mark === null}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Amount({ draft, set }: { readonly draft: Draft; readonly set: (part: Partial<Draft>) => void }) {
  const words = useText().demand.dialog;
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState(false);
  if (draft.kind !== 'oneOff' && draft.kind !== 'substitution') return null;
  return (
    <>
      <TextInput
        label={words.quantity}
        {...(draft.kind === 'oneOff' ? { description: words.quantityHint } : {})}
        inputMode="numeric"
        value={draft.quantity}
        error={draft.quantity !== '' && typeof readWholeNumber(draft.quantity, range) !== 'number'}
        onChange={(event) => set({ quantity: event.currentTarget.value })}
      />
      {draft.kind === 'substitution' ? (
        <div>
          <div>{words.wanted}</div>
          <ProductField
            product={draft.wanted}
            text={text}
            error={unknown}
            onText={(typed) => {
              setUnknown(false);
              setText(typed);
              set({ wanted: null });
            }}
            onProduct={({ product }) => {
              setText(product.code);
              set({ wanted: product });
            }}
            onUnknown={() => setUnknown(true)}
          />
        </div>
      ) : null}
    </>
  );
}

/** Null while something is missing or wrong. */
function markOf({ kind, firstDay, lastDay, quantity, wanted, note }: Draft, productId: string) {
  if (firstDay === '' || lastDay === '' || lastDay < firstDay) return null;
  const base = { productId, kind, firstDay, lastDay, note };
  if (kind !== 'oneOff' && kind !== 'substitution') return base;
  if (kind === 'oneOff' && quantity.trim() === '') return base;
  const units = readWholeNumber(quantity, range);
  if (typeof units !== 'number') return null;
  if (kind === 'oneOff') return { ...base, quantity: units };
  return wanted === null || wanted.id === productId
    ? null
    : { ...base, quantity: units, otherProductId: wanted.id };
}
