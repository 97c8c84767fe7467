import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ImportHistoryRow, UndoResult } from '#app/exchange/views.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { mutate } from '../api/client.ts';
import { invalidateEverything } from '../api/hooks.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { momentText } from '../ui/numbers.tsx';
import { planAgain } from './run-import.ts';

type Undoable = Pick<ImportHistoryRow, 'id' | 'fileName' | 'createdAt' | 'accepted'>;

interface UndoImport {
  readonly undo: (row: Undoable) => void;
  /** The import being undone now. */
  readonly busy: string | null;
  /** What was undone, to be placed anywhere in the page. */
  readonly result: ReactNode;
}

/** Undoing an import: asked in numbers, answered in numbers. `onDone` runs once the answer was read. */
export function useUndoImport(onDone?: () => void): UndoImport {
  const t = useText();
  const confirm = useConfirm();
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<UndoResult | null>(null);
  const run = async (row: Undoable): Promise<void> => {
    const words = t.imports.undo;
    const agreed = await confirm({
      title: words.title,
      effects: [
        words.removes({
          name: row.fileName,
          time: momentText(row.createdAt),
          count: formatQuantity(row.accepted),
        }),
        words.restores,
        words.stockBack,
      ],
      note: words.keeps,
      action: words.confirm,
      danger: true,
    });
    if (!agreed) return;
    setBusy(row.id);
    try {
      setDone(await mutate('imports.undo', { id: row.id }));
      await invalidateEverything();
      planAgain();
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(null);
    }
  };
  const close = (): void => {
    setDone(null);
    onDone?.();
  };
  return { undo: (row) => void run(row), busy, result: <UndoDone result={done} onClose={close} /> };
}

function entityName(entity: string, t: Catalogue): string {
  const names: Readonly<Record<string, string>> = t.imports.undo.entity;
  return names[entity] ?? t.imports.undo.entity.other;
}

/** Sentences of what an undo did. */
function undoTexts(result: UndoResult, t: Catalogue): string[] {
  const words = t.imports.undo;
  const removed = Object.entries(result.removed).filter(
    ([entity, count]) => count > 0 && !entity.startsWith('import_'),
  );
  const items = removed.map(([entity, count]) =>
    words.item({ label: entityName(entity, t), count: formatQuantity(count) }),
  );
  return [
    items.length === 0 ? words.nothingRemoved : words.removed({ items: items.join(words.separator) }),
    ...(result.restored > 0 ? [words.restored({ count: formatQuantity(result.restored) })] : []),
    ...(result.reversedDocuments > 0
      ? [words.reversed({ count: formatQuantity(result.reversedDocuments) })]
      : []),
  ];
}

function UndoDone({ result, onClose }: { readonly result: UndoResult | null; readonly onClose: () => void }) {
  const t = useText();
  const words = t.imports.undo;
  return (
    <Modal
      opened={result !== null}
      onClose={onClose}
      title={words.doneTitle}
      centered
      transitionProps={{ duration: 100 }}
    >
      {result === null ? null : (
        <Stack gap={12} data-undo-result>
          <List size="sm" spacing={4}>
            {undoTexts(result, t).map((text) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
          <KeptRows kept={result.kept} />
          <Group justify="flex-end">
            <Button onClick={onClose} data-autofocus>
              {words.close}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function KeptRows({ kept }: Pick<UndoResult, 'kept'>) {
  const t = useText();
  const words = t.imports.undo;
  if (kept.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {words.keptTitle({ count: formatQuantity(kept.length) })}
      </Text>
      <List size="sm" spacing={2} mah={200} style={{ overflow: 'auto' }}>
        {kept.map((row) => (
          <List.Item key={`${row.entity} ${row.label}`}>
            {`${row.label} · ${entityName(row.entity, t)} · ${words.keptReason[row.reason]}`}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
