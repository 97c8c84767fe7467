import { Select } from '@mantine/core';
import { memo, useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { ProductField } from '../products/product-field.tsx';
import { useText } from '../ui/language.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import { ReadCell } from '../ui/typing/read-cell.tsx';
import { RemoveLine } from '../ui/typing/remove-line.tsx';
import { CellMessage, TypedCell } from '../ui/typing/typed-cell.tsx';
import type { CellMessageProps } from '../ui/typing/typed-cell.tsx';
import classes from '../ui/typing/typing.module.css';
import { isBlocking, openingProduct, readExpiry } from './opening-lines.ts';
import type { LineProblem, OpeningLine } from './opening-lines.ts';

/** So much is typed of a day that it can be judged. */
const typedDay = 8;

export interface Warehouse {
  readonly code: string;
  readonly name: string;
}

interface OpeningRowProps {
  readonly index: number;
  readonly line: OpeningLine;
  readonly problems: readonly LineProblem[];
  /** Missing parts are said only after the person tried to post; wrong ones at once. */
  readonly strict: boolean;
  readonly warehouses: readonly Warehouse[];
  readonly onChange: (key: string, change: Partial<OpeningLine>) => void;
  readonly onRemove: (key: string) => void;
  readonly onProductChosen: (input: HTMLInputElement | null) => void;
}

export const OpeningRow = memo(function OpeningRow(props: OpeningRowProps) {
  const { line, onChange } = props;
  const t = useText();
  const words = t.stock.opening;
  const [unknown, setUnknown] = useState('');
  const message = useMessage(props, unknown);
  const set = (change: Partial<OpeningLine>): void => onChange(line.key, change);
  return (
    <tr data-line={line.key}>
      <td className={classes['index']}>{props.index + 1}</td>
      <td>
        <ProductField
          product={line.product}
          text={line.text}
          error={message('product').text !== undefined}
          onText={(text) => set({ text, product: null })}
          onProduct={({ product, lot, expiryDay }, input) => {
            const box = lot === null ? {} : { lot, expiry: expiryDay ?? '' };
            set({ product: openingProduct(product), text: '', ...box });
            props.onProductChosen(input);
          }}
          onUnknown={() => setUnknown(line.text)}
        />
        <CellMessage {...message('product')} />
      </td>
      <td>
        <Select
          variant="unstyled"
          classNames={{ input: classes['cell'] ?? '' }}
          aria-label={words.warehouse}
          value={line.warehouse}
          allowDeselect={false}
          data={props.warehouses.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(warehouse) => set({ warehouse: warehouse ?? line.warehouse })}
        />
      </td>
      <td>
        <TypedCell field="lot" label={words.lot} value={line.lot} onChange={(lot) => set({ lot })} />
        <CellMessage {...message('lot')} />
      </td>
      <td>
        <TypedCell
          field="expiry"
          label={words.expiry}
          value={line.expiry}
          placeholder={words.expiryPlaceholder}
          onChange={(expiry) => set({ expiry })}
          onLeave={() => set({ expiry: readExpiry(line.expiry) ?? line.expiry })}
        />
        <CellMessage {...message('expiry')} />
      </td>
      <td>
        <ReadCell
          field="quantity"
          label={words.quantity}
          value={line.quantity}
          format={formatQuantity}
          read={readWholeNumber}
          onChange={(quantity) => set({ quantity })}
          numeric
        />
        <CellMessage {...message('quantity')} />
      </td>
      <RemoveLine label={words.removeLine} onRemove={() => props.onRemove(line.key)} />
    </tr>
  );
});

function useMessage(
  { line, problems, strict }: OpeningRowProps,
  unknown: string,
): (field: LineProblem['field']) => CellMessageProps {
  const words = useText().stock.opening;
  const textOf = (problem: LineProblem): string | undefined => {
    switch (problem.kind) {
      case 'unknown':
        return strict || unknown === line.text ? words.unknownProduct({ text: line.text.trim() }) : undefined;
      case 'repeated':
        return words.repeated({ line: problem.line });
      case 'wrong':
        return strict || line.expiry.length >= typedDay ? words.wrongDay : undefined;
      case 'expired':
        return words.expired;
      case 'large':
        return words.large;
      case 'missing':
        if (!strict) return undefined;
        if (problem.field === 'product') return words.chooseProduct;
        return problem.field === 'lot' ? words.expiryNeedsLot : words.wrongQuantity;
    }
  };
  return (field) => {
    const problem = problems.find((candidate) => candidate.field === field);
    return {
      text: problem === undefined ? undefined : textOf(problem),
      soft: problem !== undefined && !isBlocking(problem),
    };
  };
}
