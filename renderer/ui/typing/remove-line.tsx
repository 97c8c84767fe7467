import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

interface RemoveLineProps {
  readonly label: string;
  readonly onRemove: () => void;
}

/** The last cell of a typed line. Not on the way of the Tab key: Ctrl+Delete does the same. */
export function RemoveLine({ label, onRemove }: RemoveLineProps) {
  return (
    <td>
      <ActionIcon
        variant="subtle"
        color="gray"
        m={2}
        tabIndex={-1}
        aria-label={label}
        title={label}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.5} />
      </ActionIcon>
    </td>
  );
}
