import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useText } from '../language.tsx';
import { EmptyState } from '../states.tsx';

export function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const t = useText();
  return (
    <EmptyState
      icon={<IconSearchOff size={36} stroke={1.25} />}
      text={t.kit.table.noMatch}
      action={
        <Button variant="default" onClick={onClear}>
          {t.kit.table.clearFilters}
        </Button>
      }
    />
  );
}
