import { Select } from '@mantine/core';
import { memo, useState } from 'react';
import type { ReactNode } from 'react';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { readPackQuantity, readPrice } from '#app/stock/pack-quantity.ts';
import type { SheetForm } from '#app/stock/sheet-form.ts';
import { returnConditions } from '#app/stock/stock-words.ts';
import type { FoundByText } from '../../products/find-product.ts';
import { ProductField } from '../../products/product-field.tsx';
import { useText } from '../../ui/language.tsx';
import { ReadCell } from '../../ui/typing/read-cell.tsx';
import { RemoveLine } from '../../ui/typing/remove-line.tsx';
import { CellMessage } from '../../ui/typing/typed-cell.tsx';
import typing from '../../ui/typing/typing.module.css';
import { ComponentLots } from './component-lots.tsx';
import { ExpiryCell, LotCell, ProductionCell } from './lot-cells.tsx';
import { useProblemMessage } from './problem-texts.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { isBlank } from './sheet-state.ts';
import type { SheetHead, SheetLine } from './sheet-state.ts';
import type { LinePreview } from './use-preview.ts';
import classes from './editor.module.css';

interface SheetRowProps {
  readonly index: number;
  readonly line: SheetLine;
  readonly head: SheetHead;
  readonly form: SheetForm;
  readonly columns: readonly SheetColumn[];
  readonly preview: LinePreview | undefined;
  readonly strict: boolean;
  readonly onChange: (key: string, change: Partial<SheetLine>) => void;
  readonly onRemove: (key: string) => void;
  readonly onFound: (key: string, found: FoundByText, input: HTMLInputElement | null) => void;
}

type CellProps = SheetRowProps & {
  readonly set: (change: Partial<SheetLine>) => void;
  readonly message: ReturnType<typeof useProblemMessage>;
};

export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { line, columns, preview, strict, form } = props;
  const words = useText().documents;
  const message = useProblemMessage(preview?.problems ?? [], strict);
  const cell: CellProps = { ...props, message, set: (change) => props.onChange(line.key, change) };
  return (
    <>
      <tr data-line={line.key}>
        <td className={typing['index']}>{props.index + 1}</td>
        {columns.map((column) => (
          <td key={column}>{cells[column](cell)}</td>
        ))}
        <RemoveLine label={words.remove} onRemove={() => props.onRemove(line.key)} />
      </tr>
      {form.isOfSets ? (
        <ComponentLots
          line={line}
          head={props.head}
          preview={preview}
          message={message('componentLots')}
          columns={columns.length + 2}
          onChange={cell.set}
        />
      ) : null}
    </>
  );
});

const cells: Readonly<Record<SheetColumn, (cell: CellProps) => ReactNode>> = {
  product: (cell) => <ProductCell {...cell} />,
  quantity: (cell) => <QuantityCell {...cell} />,
  price: (cell) => <PriceCell {...cell} />,
  amount: (cell) => <Amount {...cell} />,
  lot: (cell) => <LotCell {...cell} message={cell.message('lot')} onChange={cell.set} />,
  production: (cell) => <ProductionCell {...cell} onChange={cell.set} />,
  expiry: (cell) => <ExpiryCell {...cell} onChange={cell.set} />,
  condition: (cell) => <ConditionCell {...cell} />,
  restFollows: (cell) => <RestCell {...cell} />,
};

function ProductCell({ line, form, strict, set, message, onFound }: CellProps) {
  const words = useText().documents;
  const [unknown, setUnknown] = useState('');
  const text = line.text.trim();
  const own =
    line.product === null && text !== '' && (strict || unknown === line.text)
      ? words.unknownProduct({ text })
      : strict && line.product === null && !isBlank(line)
        ? words.chooseProduct
        : undefined;
  const said = message('productId', 'originLine', 'orderLine');
  return (
    <>
      <ProductField
        product={line.product}
        text={line.text}
        error={own !== undefined || (said.text !== undefined && !said.soft)}
        readOnly={form.isArrival || line.originLine !== null}
        onText={(typed) => set({ text: typed, product: null })}
        onProduct={(found, input) => onFound(line.key, found, input)}
        onUnknown={() => setUnknown(line.text)}
      />
      <CellMessage {...(own === undefined ? said : { text: own, soft: false })} />
    </>
  );
}

function QuantityCell({ line, form, strict, set, message }: CellProps) {
  const words = useText().documents;
  const said = message('quantity');
  const openWord = form.isArrival ? 'transit' : line.originLine === null ? 'order' : 'back';
  const packSize = line.product?.packSize ?? 1;
  const isMissing = strict && line.product !== null && line.quantity === null && line.originLine === null;
  const own = isMissing ? { text: words.wrongQuantity, soft: false } : said;
  const isWhole = packSize > 1 && line.quantity !== null && line.quantity !== 0;
  const packs = isWhole && line.quantity !== null && line.quantity % packSize === 0;
  return (
    <>
      <ReadCell
        field="quantity"
        label={words.columns.quantity}
        value={line.quantity}
        format={formatQuantity}
        read={(text) => readPackQuantity(text, packSize)}
        onChange={(quantity) => set({ quantity })}
        error={own.text !== undefined && !own.soft}
        numeric
      />
      {packs || line.open !== null ? (
        <span className={classes['under']}>
          {packs ? (
            <span>{words.packsOf({ packs: formatQuantity((line.quantity ?? 0) / packSize) })}</span>
          ) : null}
          {line.open === null ? null : (
            <span>{words.openOf[openWord]({ open: formatQuantity(line.open) })}</span>
          )}
        </span>
      ) : null}
      <CellMessage {...own} />
    </>
  );
}

function PriceCell({ line, set, message }: CellProps) {
  const words = useText().documents;
  const said = message('unitPrice');
  return (
    <>
      <ReadCell
        field="price"
        label={words.columns.price}
        value={line.price}
        format={(price) => formatFen(fen(price))}
        read={readPrice}
        onChange={(price) => set({ price })}
        error={said.text !== undefined && !said.soft}
        skip={line.price !== null}
        numeric
      />
      <CellMessage {...said} />
    </>
  );
}

function Amount({ line: { price, quantity } }: CellProps) {
  if (price === null || quantity === null) return null;
  return (
    <span className={`${classes['readOnly']} ${classes['right']}`}>{formatFen(fen(price * quantity))}</span>
  );
}

function ConditionCell({ line, set }: CellProps) {
  const t = useText();
  if (line.product === null) return null;
  return (
    <Select
      variant="unstyled"
      classNames={{ input: typing['cell'] ?? '' }}
      aria-label={t.documents.columns.condition}
      value={line.condition}
      allowDeselect={false}
      data={returnConditions.map((value) => ({ value, label: t.stockWords.conditions[value] }))}
      onChange={(value) => set({ condition: value ?? 'sellable' })}
    />
  );
}

/** Only where something is missing there is something to say about it. */
function RestCell({ line, set }: CellProps) {
  const words = useText().documents;
  if (line.open === null || (line.quantity ?? 0) >= line.open) return null;
  return (
    <Select
      variant="unstyled"
      classNames={{ input: typing['cell'] ?? '' }}
      aria-label={words.columns.restFollows}
      value={line.restFollows ? 'follows' : 'lost'}
      allowDeselect={false}
      data={[
        { value: 'lost', label: words.restLost },
        { value: 'follows', label: words.restComes },
      ]}
      onChange={(value) => set({ restFollows: value === 'follows' })}
    />
  );
}
