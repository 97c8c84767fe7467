import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from './language.tsx';

export interface ConfirmOptions {
  readonly title: string;
  /** What will happen, in numbers: one line each. */
  readonly effects: readonly string[];
  /** The verb on the button. */
  readonly action: string;
  /** A red button for what takes something away. */
  readonly danger?: boolean;
  /** What can be done afterwards, such as that it can be undone. */
  readonly note?: string;
}

type Ask = (options: ConfirmOptions) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false));

interface Open {
  readonly options: ConfirmOptions;
  readonly answer: (value: boolean) => void;
}

/** `const confirm = useConfirm(); if (await confirm({ title, effects, action })) …` */
export function useConfirm(): Ask {
  return useContext(ConfirmContext);
}

export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null);
  const ask = useCallback<Ask>(
    (options) => new Promise((resolve) => setOpen({ options, answer: resolve })),
    [],
  );
  const answer = (value: boolean): void => {
    setOpen(null);
    // After the key that answered is done with: it would close the dialog below as well.
    setTimeout(() => open?.answer(value));
  };
  const content = useMemo(() => children, [children]);
  return (
    <ConfirmContext value={ask}>
      {content}
      <Modal
        opened={open !== null}
        onClose={() => answer(false)}
        title={open?.options.title ?? ''}
        centered
        // It also asks from within a dialog, which must not cover the question.
        zIndex={300}
        transitionProps={{ duration: 100 }}
      >
        {open === null ? null : <ConfirmBody options={open.options} onAnswer={answer} />}
      </Modal>
    </ConfirmContext>
  );
}

function ConfirmBody({
  options,
  onAnswer,
}: {
  readonly options: ConfirmOptions;
  readonly onAnswer: (value: boolean) => void;
}) {
  const t = useText();
  return (
    <Stack gap={12}>
      <List size="sm" spacing={4}>
        {options.effects.map((effect) => (
          <List.Item key={effect}>{effect}</List.Item>
        ))}
      </List>
      {options.note === undefined ? null : (
        <Text size="sm" c="dimmed">
          {options.note}
        </Text>
      )}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={() => onAnswer(false)}>
          {t.kit.back}
        </Button>
        <Button
          color={options.danger === true ? 'red' : 'teal'}
          onClick={() => onAnswer(true)}
          data-autofocus
        >
          {options.action}
        </Button>
      </Group>
    </Stack>
  );
}
