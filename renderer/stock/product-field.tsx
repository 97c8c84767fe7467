import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { query } from '../api/client.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import type { OpeningProduct } from './opening-lines.ts';
import classes from './opening.module.css';

interface ProductFieldProps {
  readonly product: OpeningProduct | null;
  readonly text: string;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
  readonly onProduct: (product: OpeningProduct, input: HTMLInputElement | null) => void;
}

type Found = OpeningProduct & { readonly barcode: string | null };

const matchLimit = 8;

function search(text: string) {
  return { search: text, page: 1, pageSize: matchLimit, filters: {} };
}

/** The one that is meant: the same code or barcode, or the only one found. A scanner types faster than suggestions can appear. */
async function resolve(text: string): Promise<Found | undefined> {
  const { rows } = await query('products.list', search(text));
  const found = rows as readonly Found[];
  const wanted = text.toUpperCase();
  const exact = found.find((row) => row.code.toUpperCase() === wanted || row.barcode === wanted);
  return exact ?? (found.length === 1 ? found[0] : undefined);
}

/** Scan or type code, name or pinyin; Enter takes what is meant, ↓ chooses among suggestions. */
export function ProductField({ product, text, error, onText, onProduct }: ProductFieldProps) {
  const t = useText();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [settled] = useDebouncedValue(text.trim(), 120);
  const asked = product === null && settled !== '';
  const answer = useApiQuery('products.list', search(settled), { enabled: asked, keepPrevious: true });
  const options = asked ? ((answer.data?.rows ?? []) as readonly Found[]) : [];
  const take = (chosen: Found): void => {
    combobox.closeDropdown();
    onProduct({ id: chosen.id, code: chosen.code, name: chosen.name, unit: chosen.unit }, input);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || product !== null) return;
    if (combobox.getSelectedOptionIndex() >= 0 && combobox.dropdownOpened) return;
    const typed = text.normalize('NFKC').trim();
    if (typed === '') return;
    event.preventDefault();
    event.stopPropagation();
    resolve(typed).then((found) => {
      if (found === undefined) combobox.openDropdown();
      else take(found);
    }, notifyFailure);
  };
  return (
    <Combobox
      store={combobox}
      shadow="sm"
      width={360}
      position="bottom-start"
      onOptionSubmit={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) take(chosen);
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={setInput}
          variant="unstyled"
          classNames={{ input: classes['cell'] ?? '' }}
          value={product === null ? text : `${product.code}  ${product.name}`}
          placeholder={t.stock.opening.productPlaceholder}
          aria-label={t.stock.opening.product}
          error={error}
          onChange={(event) => {
            onText(product === null ? event.currentTarget.value : '');
            combobox.openDropdown();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
          data-cell
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={options.length === 0}>
        <Combobox.Options>
          {options.map((option) => (
            <Combobox.Option value={option.id} key={option.id}>
              <span className={classes['optionCode']}>{option.code}</span> {option.name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
