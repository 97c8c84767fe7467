import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import classes from '../ui/typing/typing.module.css';
import { findProduct, plainly, productSearch } from './find-product.ts';
import type { FoundByText, FoundProduct } from './find-product.ts';

interface ProductFieldProps {
  readonly product: { readonly code: string; readonly name: string } | null;
  readonly text: string;
  readonly error: boolean;
  readonly onText: (text: string) => void;
  readonly onProduct: (found: FoundByText, input: HTMLInputElement | null) => void;
  /** Enter was pressed on something that no product is called. */
  readonly onUnknown: () => void;
  readonly readOnly?: boolean;
}

/** Scan or type code, name or pinyin; Enter takes what is meant, ↓ chooses among suggestions. */
export function ProductField(props: ProductFieldProps) {
  const { product, text } = props;
  const t = useText();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  // A shared barcode means several products that a search by its text would not give.
  const [shared, setShared] = useState<{ text: string; products: readonly FoundProduct[] } | null>(null);
  const [settled] = useDebouncedValue(text.trim(), 120);
  const asked = product === null && settled !== '';
  const answer = useApiQuery('products.list', productSearch(settled), { enabled: asked, keepPrevious: true });
  const listed = asked ? ((answer.data?.rows ?? []) as readonly FoundProduct[]) : [];
  const options = shared !== null && shared.text === text && product === null ? shared.products : listed;
  const take = (found: FoundByText): void => {
    combobox.closeDropdown();
    props.onProduct(found, input);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || product !== null) return;
    if (combobox.getSelectedOptionIndex() >= 0 && combobox.dropdownOpened) return;
    const typed = text.normalize('NFKC').trim();
    if (typed === '') return;
    event.preventDefault();
    event.stopPropagation();
    findProduct(typed).then((found) => {
      if ('product' in found) return take(found);
      if (found.length === 0) return props.onUnknown();
      setShared({ text, products: found });
      combobox.openDropdown();
      return combobox.selectFirstOption();
    }, notifyFailure);
  };
  const label = product === null ? text : `${product.code}  ${product.name}`;
  const onType = (typed: string): void => {
    // Over a chosen product a scan or a letter begins a new search; a deletion only empties the field.
    if (product === null) props.onText(typed);
    else
      props.onText(
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
        if (chosen !== undefined) take(plainly(chosen));
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={setInput}
          variant="unstyled"
          classNames={{ input: classes['cell'] ?? '' }}
          value={label}
          title={product === null ? undefined : label}
          placeholder={t.stock.opening.productPlaceholder}
          aria-label={t.stock.opening.product}
          error={props.error}
          readOnly={props.readOnly === true}
          autoComplete="off"
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
