import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { overrideReasons } from '#app/forecast/promises/override-reasons.ts';
import type { OverrideReason } from '#app/forecast/promises/override-reasons.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';

export interface Why {
  readonly reason: OverrideReason;
  readonly note: string;
}

export type AskReason = (line: ReorderLineView, ordered: number) => Promise<Why | undefined>;

interface Question {
  readonly line: ReorderLineView;
  readonly ordered: number;
  readonly answer: (why: Why | undefined) => void;
}

/** Asks why a person orders something else than is suggested. The last reason is proposed: several lines often share one. */
export function useAskReason(): { readonly ask: AskReason; readonly dialog: ReactNode } {
  const [question, setQuestion] = useState<Question | null>(null);
  const [last, setLast] = useState<OverrideReason>('customer');
  const ask = useCallback<AskReason>(
    (line, ordered) => new Promise((answer) => setQuestion({ line, ordered, answer })),
    [],
  );
  const end = (why: Why | undefined): void => {
    if (why !== undefined) setLast(why.reason);
    question?.answer(why);
    setQuestion(null);
  };
  const dialog = question === null ? null : <ReasonDialog question={question} proposed={last} onEnd={end} />;
  return { ask, dialog };
}

interface ReasonDialogProps {
  readonly question: Question;
  readonly proposed: OverrideReason;
  readonly onEnd: (why: Why | undefined) => void;
}

function ReasonDialog({ question, proposed, onEnd }: ReasonDialogProps) {
  const words = useText().reorder.override;
  const { line, ordered } = question;
  const [reason, setReason] = useState<OverrideReason>(line.override?.reason ?? proposed);
  const [note, setNote] = useState(line.override?.note ?? '');
  const confirm = (): void => onEnd({ reason, note: note.trim() });
  const onKeyDown = (event: KeyboardEvent): void => {
    // The lines below must not take the keys for theirs.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      // On a radio it does not submit in every browser.
      event.preventDefault();
      confirm();
    }
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
    const chosen = overrideReasons[Number(event.key) - 1];
    if (chosen !== undefined) setReason(chosen);
  };
  return (
    <Modal
      opened
      onClose={() => onEnd(undefined)}
      title={words.title({ name: line.name })}
      centered
      transitionProps={{ duration: 100 }}
      onKeyDown={onKeyDown}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
        data-ask-reason
      >
        <Stack gap={12}>
          <Text size="sm">
            {words.change({ suggested: formatQuantity(line.suggested), ordered: formatQuantity(ordered) })}
          </Text>
          <Radio.Group value={reason} onChange={setReason}>
            <Stack gap={6}>
              {overrideReasons.map((value, index) => (
                <Radio
                  key={value}
                  value={value}
                  size="xs"
                  label={words.reasons[value]}
                  data-autofocus={value === reason || undefined}
                  aria-keyshortcuts={String(index + 1)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            aria-label={words.note}
            placeholder={words.note}
            value={note}
            maxLength={200}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {words.hint}
            </Text>
            <Button type="submit">{words.confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
