import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useText } from '../ui/language.tsx';
import { EmptyState } from '../ui/states.tsx';
import { withCopies, withItems } from './label-entries.ts';
import type { LabelEntry } from './label-entries.ts';
import { ProductAdder } from './product-adder.tsx';
import classes from './labels.module.css';

interface EntriesPaneProps {
  readonly entries: readonly LabelEntry[];
  readonly onEntries: (change: (entries: readonly LabelEntry[]) => readonly LabelEntry[]) => void;
}

/** What is printed and how often. */
export function EntriesPane({ entries, onEntries }: EntriesPaneProps) {
  const t = useText().labels;
  return (
    <>
      <ProductAdder onAdd={(item) => onEntries((before) => withItems(before, [item]))} />
      {entries.length === 0 ? (
        <EmptyState text={t.empty} />
      ) : (
        <>
          <div className={classes['copies']}>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onEntries((before) => withCopies(before, () => 1))}
              data-one-each
            >
              {t.allCopies({ count: 1 })}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onEntries((before) => withCopies(before, ({ item }) => item.quantity))}
            >
              {t.byQuantity}
            </Button>
          </div>
          <ul className={classes['entries']} data-label-entries>
            {entries.map((entry) => (
              <Entry
                key={entry.key}
                entry={entry}
                onCopies={(copies) =>
                  onEntries((before) =>
                    withCopies(before, (one) => (one.key === entry.key ? copies : one.copies)),
                  )
                }
                onRemove={() => onEntries((before) => before.filter(({ key }) => key !== entry.key))}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface EntryProps {
  readonly entry: LabelEntry;
  readonly onCopies: (copies: number) => void;
  readonly onRemove: () => void;
}

function Entry({ entry: { item, copies }, onCopies, onRemove }: EntryProps) {
  const t = useText().labels;
  return (
    <li className={classes['entry']}>
      <div className={classes['entryText']}>
        <div className={classes['entryName']} title={item.name}>
          <span className={classes['code']}>{item.code}</span> {item.name}
        </div>
        {item.lot === null ? null : (
          <div className={classes['code']}>
            {t.lot} {item.lot}
            {item.expiryDay === null ? '' : `　${t.expiry} ${item.expiryDay}`}
          </div>
        )}
      </div>
      <TextInput
        w={58}
        aria-label={`${t.copies} ${item.code}`}
        inputMode="numeric"
        value={String(copies)}
        onChange={(event) => onCopies(Number(event.currentTarget.value.replaceAll(/\D/gu, '')))}
        onFocus={(event) => event.currentTarget.select()}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={`${t.remove} ${item.code}`} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}
