import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import { isBlocking, readExpiry } from './opening-lines.ts';
import type { LineProblem, OpeningLine } from './opening-lines.ts';
import { ProductField } from './product-field.tsx';
import classes from './opening.module.css';

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
          onProduct={(product, input) => {
            set({ product, text: '' });
            props.onProductChosen(input);
          }}
          onUnknown={() => setUnknown(line.text)}
        />
        <Message {...message('product')} />
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
        <Cell field="lot" label={words.lot} value={line.lot} onChange={(lot) => set({ lot })} />
        <Message {...message('lot')} />
      </td>
      <td>
        <Cell
          field="expiry"
          label={words.expiry}
          value={line.expiry}
          placeholder={words.expiryPlaceholder}
          onChange={(expiry) => set({ expiry })}
          onLeave={() => set({ expiry: readExpiry(line.expiry) ?? line.expiry })}
        />
        <Message {...message('expiry')} />
      </td>
      <td>
        <QuantityCell value={line.quantity} onChange={(quantity) => set({ quantity })} />
        <Message {...message('quantity')} />
      </td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          m={2}
          tabIndex={-1}
          aria-label={words.removeLine}
          title={words.removeLine}
          onClick={() => props.onRemove(line.key)}
        >
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      </td>
    </tr>
  );
});

interface MessageProps {
  readonly text: string | undefined;
  readonly soft: boolean;
}

function Message({ text, soft }: MessageProps) {
  if (text === undefined) return null;
  return <span className={`${classes['message']} ${soft ? classes['messageSoft'] : ''}`}>{text}</span>;
}

function useMessage(
  { line, problems, strict }: OpeningRowProps,
  unknown: string,
): (field: LineProblem['field']) => MessageProps {
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

interface CellProps {
  readonly field: 'lot' | 'expiry';
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
}

function Cell({ field, label, value, placeholder, onChange, onLeave }: CellProps) {
  return (
    <TextInput
      variant="unstyled"
      classNames={{ input: classes['cell'] ?? '' }}
      aria-label={label}
      placeholder={placeholder ?? ''}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={onLeave}
      data-cell
      data-field={field}
    />
  );
}

interface QuantityCellProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function QuantityCell({ value, onChange }: QuantityCellProps) {
  const t = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && readWholeNumber(draft) === undefined;
  return (
    <TextInput
      variant="unstyled"
      classNames={{ input: `${classes['cell']} ${classes['cellRight']}` }}
      aria-label={t.stock.opening.quantity}
      inputMode="numeric"
      value={draft ?? (value === null ? '' : formatQuantity(value))}
      error={wrong}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        const read = readWholeNumber(event.currentTarget.value);
        onChange(read === undefined ? null : read);
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setDraft(null)}
      data-cell
      data-field="quantity"
    />
  );
}
