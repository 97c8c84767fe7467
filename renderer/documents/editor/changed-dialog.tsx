import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Column } from '../../ui/data-table/types.ts';
import { useText } from '../../ui/language.tsx';
import { momentText } from '../../ui/numbers.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { DescribedChange } from './describe-changes.ts';

interface ChangedDialogProps {
  readonly by: string;
  readonly at: string;
  readonly changes: readonly DescribedChange[];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onClose: () => void;
}

/** Two windows on one draft: the later one sees what the other saved, and says which of both is to stand. */
export function ChangedDialog({ by, at, changes, onMine, onTheirs, onClose }: ChangedDialogProps) {
  const words = useText().documents.changed;
  const columns: readonly Column<DescribedChange>[] = [
    { key: 'where', title: words.where, width: 180 },
    { key: 'before', title: words.before },
    { key: 'after', title: words.after },
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={760}
      centered
      transitionProps={{ duration: 100 }}
    >
      <Stack gap={12}>
        <Text size="sm">{changes.length === 0 ? words.none : words.text({ by, at: momentText(at) })}</Text>
        {changes.length === 0 ? null : (
          <SimpleTable columns={columns} rows={changes} rowKey={({ key }) => key} />
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onTheirs}>
            {words.theirs}
          </Button>
          <Button onClick={onMine} data-autofocus>
            {words.mine}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
