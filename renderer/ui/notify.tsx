import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { catalogueOf, failureMessage } from '#app/i18n/catalogue.ts';
import { troubleOf } from '../api/failure.ts';
import { rememberedLanguage } from './language.tsx';

/** Toasts live outside the tree of providers, so they ask for the language themselves. */
function language() {
  return rememberedLanguage() ?? 'zh-CN';
}

/** Something was done. */
export function notifyDone(message: string): void {
  notifications.show({ message, icon: <IconCheck size={16} />, color: 'teal', autoClose: 4_000 });
}

/** Something was done, but not quite as asked; stays long enough to be read. */
export function notifyNote(message: string): void {
  notifications.show({ message, icon: <IconAlertTriangle size={16} />, color: 'yellow', autoClose: 12_000 });
}

/** Something was done and can be taken back for ten seconds. `undo` may throw; its failure is shown. */
export function notifyUndo(message: string, undo: () => Promise<unknown>): void {
  const t = catalogueOf(language()).kit;
  const id = `undo-${crypto.randomUUID()}`;
  const run = async (): Promise<void> => {
    notifications.hide(id);
    try {
      await undo();
      notifyDone(t.undone);
    } catch (error) {
      notifyFailure(error);
    }
  };
  notifications.show({
    id,
    color: 'teal',
    icon: <IconCheck size={16} />,
    autoClose: 10_000,
    withAutoCloseProgress: true,
    message: (
      <Group gap={12} wrap="nowrap" justify="space-between">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" onClick={() => void run()} data-undo>
          {t.undo}
        </Button>
      </Group>
    ),
  });
}

/** Anything thrown, as a message that tells what to do. Stays longer than good news. */
export function notifyFailure(error: unknown): void {
  if (error instanceof DOMException && error.name === 'AbortError') return;
  // oxlint-disable-next-line no-console -- the console is the only log a page has
  console.error(error);
  const trouble = troubleOf(error);
  const t = catalogueOf(language()).kit;
  notifications.show({
    title: t.error.title,
    message: trouble.kind === 'offline' ? t.error.offline : failureMessage(language(), trouble.failure),
    color: 'red',
    icon: <IconAlertTriangle size={16} />,
    autoClose: 15_000,
  });
}
