import { Button, Checkbox, Popover, Stack, Text } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useText } from '../language.tsx';
import type { ColumnChoice } from './remembered.ts';
import type { Column } from './types.ts';

interface ColumnMenuProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly choice: ColumnChoice;
}

export function ColumnMenu<Row>({ columns, choice }: ColumnMenuProps<Row>) {
  const t = useText();
  return (
    <Popover position="bottom-end" shadow="sm" transitionProps={{ duration: 100 }} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} stroke={1.5} />}>
          {t.kit.table.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8} mah={360} style={{ overflow: 'auto' }}>
          <Text size="sm" fw={600}>
            {t.kit.table.columnsTitle}
          </Text>
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              size="xs"
              label={column.title}
              checked={choice.isShown(column)}
              disabled={column.always === true}
              onChange={(event) => choice.setShown(column.key, event.currentTarget.checked)}
            />
          ))}
          <Button variant="subtle" size="compact-sm" onClick={choice.reset}>
            {t.kit.table.resetColumns}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
