import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { query } from '../api/client.ts';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import type { LabelItem } from './label-drawing.ts';
import classes from './labels.module.css';

type Match = OutputOf<'stock.scan'>['matches'][number];

function itemOf({ product, lot, productionDay, expiryDay }: Match): LabelItem {
  return {
    productId: product.id,
    code: product.code,
    name: product.name,
    unit: product.unit,
    barcode: product.barcode,
    price: product.listPrice,
    shelf: product.shelf,
    lot: lot?.code ?? null,
    productionDay,
    expiryDay,
    quantity: 1,
  };
}

/** Scan or type; Enter adds what is meant, or asks which. */
export function ProductAdder({ onAdd }: { readonly onAdd: (item: LabelItem) => void }) {
  const t = useText().labels;
  const [text, setText] = useState('');
  const [choices, setChoices] = useState<readonly Match[]>([]);
  const [unknown, setUnknown] = useState('');
  const add = (match: Match): void => {
    onAdd(itemOf(match));
    setChoices([]);
  };
  const look = async (wanted: string): Promise<void> => {
    const { matches } = await query('stock.scan', { text: wanted, search: true });
    const [only, another] = matches;
    setUnknown(only === undefined ? wanted : '');
    if (only !== undefined && another === undefined) add(only);
    else setChoices(matches);
  };
  return (
    <div className={classes['adder']}>
      <TextInput
        autoFocus
        aria-label={t.search}
        placeholder={t.search}
        value={text}
        autoComplete="off"
        error={unknown === '' ? undefined : t.unknown({ text: unknown })}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
          event.preventDefault();
          // Emptied at once: the next scan may come before the answer.
          setText('');
          look(text).catch(notifyFailure);
        }}
      />
      {choices.length === 0 ? null : (
        <div className={classes['choices']}>
          <span className={classes['code']}>{t.several}</span>
          {choices.map((match) => (
            <button
              key={match.product.id}
              type="button"
              className={classes['choice']}
              onClick={() => add(match)}
            >
              <span className={classes['code']}>{match.product.code}</span> {match.product.name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
