import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import type { Scanning } from './controller.ts';
import { scanKinds } from './kinds.ts';
import type { ScanState } from './state.ts';
import marks from './marks.module.css';
import classes from './stage.module.css';

const shown = 7;

/** Names are written with an input method, so this one has a field. */
export function PartnerQuestion({
  state,
  scanning,
}: {
  readonly state: ScanState;
  readonly scanning: Scanning;
}) {
  const t = useText().scan.ask;
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 120);
  const [at, setAt] = useState(0);
  const answer = useApiQuery(
    'partners.list',
    {
      search: settled,
      filters: { kind: scanKinds[state.kind].partner ?? '' },
      page: 1,
      pageSize: shown,
    },
    { keepPrevious: true },
  );
  const rows = answer.data?.rows ?? [];
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt(Math.min(rows.length - 1, Math.max(0, at + step)));
    }
    const chosen = rows[Math.min(at, rows.length - 1)];
    if (event.key === 'Enter' && chosen !== undefined) scanning.choose('partner', chosen);
    if (event.key === 'Escape') scanning.act({ kind: 'cancel' });
  };
  return (
    <>
      <div className={`${classes['name']} ${marks['warn']}`}>{t.partner}</div>
      <TextInput
        autoFocus
        size="lg"
        aria-label={t.partnerSearch}
        placeholder={t.partnerSearch}
        value={text}
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {rows.length === 0 && answer.isSuccess ? <p className={classes['asked']}>{t.partnerNone}</p> : null}
      <ol className={classes['options']}>
        {rows.map((row, index) => (
          <li key={row.id}>
            <button
              type="button"
              className={`${classes['option']} ${index === at ? classes['optionCurrent'] : ''}`}
              onClick={() => scanning.choose('partner', row)}
              tabIndex={-1}
            >
              <span className={marks['code']}>{row.code}</span> {row.name}
            </button>
          </li>
        ))}
      </ol>
      <div className={classes['hint']}>{t.partnerHint}</div>
    </>
  );
}
