import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { CountConflict, CountProblem } from '#app/core/count-problems.ts';
import { mutate, query } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { QuantityText } from '../ui/numbers.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import classes from './stocktake.module.css';

/** What an import of counts came to, as its job tells. */
export interface ImportedCounts {
  readonly counted: number;
  readonly added: number;
  readonly unchanged: number;
  readonly empty: number;
  readonly conflicts: readonly CountConflict[];
  readonly warnings: readonly CountProblem[];
}

interface ImportConflictsProps {
  readonly id: string;
  readonly conflicts: readonly CountConflict[];
}

/** Lines that someone else changed since the sheet was made, each with a way to take the sheet's quantity after all. */
export function ImportConflicts({ id, conflicts }: ImportConflictsProps) {
  const words = useText().stocktake;
  const [used, setUsed] = useState<readonly number[]>([]);
  if (conflicts.length === 0) return null;
  const use = async ({ line, yours }: CountConflict): Promise<void> => {
    try {
      const { version } = await query('stocktakes.line', { id, line });
      await mutate('stocktakes.setCount', { id, line, version, counted: yours });
      setUsed((before) => [...before, line]);
      await invalidate('stocktakes');
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <div data-conflicts>
      <Text size="sm" fw={500} mb={4}>
        {words.imported.conflicts({ lines: conflicts.length })}
      </Text>
      <div className={classes['problems']}>
        <SimpleTable
          rows={conflicts}
          rowKey={({ line }) => String(line)}
          columns={[
            { key: 'product', title: words.columns.name },
            { key: 'lot', title: words.columns.lot, width: 100 },
            {
              key: 'yours',
              title: words.imported.yours,
              width: 80,
              numeric: true,
              render: (conflict) => <QuantityText value={conflict.yours} />,
            },
            {
              key: 'theirs',
              title: words.imported.theirs,
              width: 110,
              numeric: true,
              render: (conflict) => (
                <>
                  {conflict.by} <QuantityText value={conflict.theirs} />
                </>
              ),
            },
            {
              key: 'use',
              title: '',
              width: 130,
              render: (conflict) => (
                <UseSheet
                  conflict={conflict}
                  isUsed={used.includes(conflict.line)}
                  onUse={() => void use(conflict)}
                />
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}

interface UseSheetProps {
  readonly conflict: CountConflict;
  readonly isUsed: boolean;
  readonly onUse: () => void;
}

function UseSheet({ conflict, isUsed, onUse }: UseSheetProps) {
  const words = useText().stocktake;
  if (conflict.posted) return <StatusBadge tone="good">{words.states.posted}</StatusBadge>;
  if (isUsed) return <StatusBadge tone="good">{words.imported.used}</StatusBadge>;
  return (
    <Button size="compact-sm" variant="default" onClick={onUse}>
      {words.imported.use}
    </Button>
  );
}
