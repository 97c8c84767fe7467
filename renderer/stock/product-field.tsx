import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { findProduct, openingProduct, productSearch } from './find-product.ts';
import type { FoundProduct } from './find-product.ts';
import type { OpeningProduct } from './opening-lines.ts';
import classes from './opening.module.css';

interface ProductFieldProps {
  readonly product: OpeningProduct | null;
  readonly text: string;
  readonly error: boolean;
  readonly onText: (text: string) => void;
  readonly onProduct: (product: OpeningProduct, input: HTMLInputElement | null) => void;
  /** Enter was pressed on something that no product is called. */
  readonly onUnknown: () => void;
}

/** Scan or type code, name or pinyin; Enter takes what is meant, ↓ chooses among suggestions. */
export function ProductField({ product, text, error, onText, onProduct, onUnknown }: ProductFieldProps) {
  const t = useText();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [settled] = useDebouncedValue(text.trim(), 120);
  const asked = product === null && settled !== '';
  const answer = useApiQuery('products.list', productSearch(settled), { enabled: asked, keepPrevious: true });
  const options = asked ? ((answer.data?.rows ?? []) as readonly FoundProduct[]) : [];
  const take = (chosen: FoundProduct): void => {
    combobox.closeDropdown();
    onProduct(openingProduct(chosen), input);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || product !== null) return;
    if (combobox.getSelectedOptionIndex() >= 0 && combobox.dropdownOpened) return;
    const typed = text.normalize('NFKC').trim();
    if (typed === '') return;
    event.preventDefault();
    event.stopPropagation();
    findProduct(typed).then((found) => {
      if (found === undefined) return onUnknown();
      if (found !== 'several') return take(found);
      combobox.openDropdown();
      return combobox.selectFirstOption();
    }, notifyFailure);
  };
  const label = product === null ? text : `${product.code}  ${product.name}`;
  const onType = (typed: string): void => {
    // Over a chosen product a scan or a letter begins a new search; a deletion only empties the field.
    if (product === null) onText(typed);
    else
      onText(
        typed.length < label.length && label.startsWith(typed) && typed.length > 1
          ? ''
          : typed.replace(label, ''),
      );
    combobox.openDropdown();
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
          value={label}
          placeholder={t.stock.opening.productPlaceholder}
          aria-label={t.stock.opening.product}
          error={error}
          onChange={(event) => onType(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
          data-cell
          data-field="product"
          data-choosing={asked || undefined}
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
