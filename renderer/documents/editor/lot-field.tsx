import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { isExpired } from '#app/stock/expiry.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useApiQuery } from '../../api/hooks.ts';
import type { OutputOf } from '../../api/contract.ts';
import { readDay } from '../../ui/day-field.tsx';
import { useText } from '../../ui/language.tsx';
import typing from '../../ui/typing/typing.module.css';
import { noLot } from './sheet-state.ts';
import type { LotTyped } from './sheet-state.ts';
import classes from './editor.module.css';

type Lot = OutputOf<'sheets.lots'>[number];

interface LotFieldProps {
  readonly productId: string | null;
  readonly warehouseId: string;
  readonly day: string;
  /** Batches without stock can be chosen too: goods come in. */
  readonly comesIn: boolean;
  readonly lot: LotTyped;
  /** The code of the batch that is chosen by its id. */
  readonly known: string;
  readonly label: string;
  readonly placeholder: string;
  readonly skip: boolean;
  readonly error: boolean;
  readonly readOnly?: boolean;
  readonly onChange: (lot: LotTyped) => void;
}

/** The batch of a line: typed, scanned or chosen; empty leaves it to first expiry. */
export function LotField(props: LotFieldProps) {
  const { lot, productId } = props;
  const words = useText().documents;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [isActive, setActive] = useState(false);
  const isOpen = isActive && productId !== null && props.readOnly !== true;
  const answer = useApiQuery(
    'sheets.lots',
    { productId: productId ?? '', warehouseId: props.warehouseId },
    { enabled: isOpen },
  );
  const typed = lot.code.trim().toUpperCase();
  const all = isOpen ? (answer.data ?? []) : [];
  const options = all.filter(
    (option) =>
      (props.comesIn || option.onHand > 0) &&
      (lot.lotId !== null || typed === '' || option.code.toUpperCase().includes(typed)),
  );
  const take = (id: string): void => {
    const chosen = all.find(({ lotId }) => lotId === id);
    props.onChange(chosen === undefined ? noLot : { ...noLot, lotId: chosen.lotId, code: chosen.code });
    combobox.closeDropdown();
  };
  // The same batch in other letters is the same batch.
  const settle = (): void => {
    combobox.closeDropdown();
    setActive(false);
    const same = all.find(({ code }) => code.toUpperCase() === typed);
    if (same !== undefined && lot.lotId === null && same.code !== lot.code)
      props.onChange({ ...lot, code: same.code });
  };
  return (
    <Combobox store={combobox} shadow="sm" width={300} position="bottom-start" onOptionSubmit={take}>
      <Combobox.Target>
        <TextInput
          variant="unstyled"
          classNames={{ input: typing['cell'] ?? '' }}
          aria-label={props.label}
          title={props.readOnly === true ? undefined : words.chooseLot}
          placeholder={props.placeholder}
          value={lot.code === '' ? props.known : lot.code}
          error={props.error}
          readOnly={props.readOnly === true}
          autoComplete="off"
          onChange={(event) => {
            props.onChange({ ...lot, lotId: null, code: event.currentTarget.value });
            combobox.openDropdown();
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            setActive(true);
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={settle}
          data-cell
          data-field="lot"
          data-skip={props.skip || undefined}
          data-choosing={(combobox.dropdownOpened && options.length > 0) || undefined}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={options.length === 0}>
        <Combobox.Options mah={220} style={{ overflowY: 'auto' }}>
          {lot.code !== '' && !props.comesIn ? (
            <Combobox.Option value="">{words.automaticLot}</Combobox.Option>
          ) : null}
          {options.map((option) => (
            <Combobox.Option value={option.lotId} key={option.lotId}>
              <LotOption lot={option} day={props.day} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function LotOption({ lot, day }: { readonly lot: Lot; readonly day: string }) {
  const t = useText();
  const words = t.documents;
  const written = readDay(day);
  const expired = written !== undefined && isExpired(lot.expiryDay, written);
  return (
    <span className={classes['lotOption']}>
      <span className={typing['optionCode']}>{lot.code}</span>
      <span className={classes['lotFacts']}>
        {words.lotOption({ onHand: formatQuantity(lot.onHand), expiry: lot.expiryDay ?? t.kit.none })}
      </span>
      {expired ? <span className={classes['bad']}>{words.lotExpired}</span> : null}
      {lot.status === 'quarantined' ? <span className={classes['bad']}>{words.lotFrozen}</span> : null}
    </span>
  );
}
