import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { CountedBalance } from '#app/core/stock-problems.ts';
import type { Column } from '../../ui/data-table/types.ts';
import { useText } from '../../ui/language.tsx';
import { DayText, QuantityText } from '../../ui/numbers.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';

export type CountChoice = 'keep' | 'change';

interface CountDialogProps {
  readonly counts: readonly CountedBalance[];
  readonly onChoice: (choice: CountChoice) => void;
  readonly onClose: () => void;
}

/** An entry before a count: the person says whether what was counted stays. */
export function CountDialog({ counts, onChoice, onClose }: CountDialogProps) {
  const t = useText();
  const words = t.documents.count;
  const columns: readonly Column<CountedBalance>[] = [
    { key: 'product', title: words.product },
    { key: 'warehouse', title: words.warehouse, width: 90 },
    { key: 'lot', title: words.lot, width: 100, render: ({ lot }) => lot ?? t.kit.none },
    { key: 'day', title: words.day, width: 100, render: ({ day }) => <DayText value={day} /> },
    {
      key: 'number',
      title: words.number,
      width: 170,
      render: ({ number, documentId }) => <Link href={`/documents/${documentId}`}>{number}</Link>,
    },
    {
      key: 'change',
      title: words.change,
      width: 90,
      numeric: true,
      render: ({ change }) => <QuantityText value={change} />,
    },
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={820}
      centered
      transitionProps={{ duration: 100 }}
    >
      <Stack gap={12}>
        <Text size="sm">{words.text}</Text>
        <SimpleTable
          columns={columns}
          rows={counts}
          rowKey={(row) => `${row.product} ${row.warehouse} ${row.lot} ${row.number}`}
        />
        <Group gap={8} wrap="nowrap" align="stretch">
          <Choice title={words.keep} hint={words.keepHint} onClick={() => onChoice('keep')} first />
          <Choice title={words.letChange} hint={words.changeHint} onClick={() => onChoice('change')} />
        </Group>
      </Stack>
    </Modal>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly hint: string;
  readonly onClick: () => void;
  readonly first?: boolean;
}

function Choice({ title, hint, onClick, first = false }: ChoiceProps) {
  return (
    <Button
      variant="default"
      h="auto"
      py={8}
      flex={1}
      onClick={onClick}
      data-autofocus={first || undefined}
      styles={{
        inner: { justifyContent: 'flex-start' },
        label: { whiteSpace: 'normal', textAlign: 'start' },
      }}
    >
      <span>
        <Text component="span" display="block" fw={600} size="sm">
          {title}
        </Text>
        <Text component="span" display="block" size="xs" c="dimmed">
          {hint}
        </Text>
      </span>
    </Button>
  );
}
