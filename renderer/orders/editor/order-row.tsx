import { useState } from 'react';
import { fen, formatFen } from '#app/core/fen.ts';
import type { OrderProblem } from '#app/core/order-problems.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { readPackQuantity, readPrice } from '#app/stock/pack-quantity.ts';
import type { FoundByText } from '../../products/find-product.ts';
import { ProductField } from '../../products/product-field.tsx';
import { useText } from '../../ui/language.tsx';
import { QuantityText } from '../../ui/numbers.tsx';
import { ReadCell } from '../../ui/typing/read-cell.tsx';
import { RemoveLine } from '../../ui/typing/remove-line.tsx';
import { CellMessage } from '../../ui/typing/typed-cell.tsx';
import type { CellMessageProps } from '../../ui/typing/typed-cell.tsx';
import typing from '../../ui/typing/typing.module.css';
import { isBlank } from './order-form.ts';
import type { FormLine } from './order-form.ts';
import classes from './editor.module.css';

interface OrderRowProps {
  readonly index: number;
  readonly line: FormLine;
  readonly problems: readonly OrderProblem[];
  /** What is missing is said only once the person tried to save. */
  readonly strict: boolean;
  readonly hasAvailable: boolean;
  readonly available: number | undefined;
  readonly onChange: (key: string, change: Partial<FormLine>) => void;
  readonly onRemove: (key: string) => void;
  readonly onFound: (key: string, found: FoundByText, input: HTMLInputElement | null) => void;
}

export function OrderRow(props: OrderRowProps) {
  const { line, hasAvailable, available } = props;
  const words = useText().orders.editor;
  const amount = line.price === null || line.quantity === null ? null : line.price * line.quantity;
  return (
    <tr data-line={line.key}>
      <td className={typing['index']}>{props.index + 1}</td>
      <td>
        <ProductCell {...props} />
      </td>
      <td>
        <QuantityCell {...props} />
      </td>
      {hasAvailable ? (
        <td className={classes['readOnly']}>
          {line.product === null || available === undefined ? null : (
            <QuantityText value={available} unit={line.product.unit} />
          )}
        </td>
      ) : null}
      <td>
        <PriceCell {...props} />
      </td>
      <td className={classes['readOnly']}>{amount === null ? null : formatFen(fen(amount))}</td>
      <RemoveLine label={words.removeLine} onRemove={() => props.onRemove(line.key)} />
    </tr>
  );
}

/** The message of the first problem of some fields, errors before warnings. */
function useMessage(problems: readonly OrderProblem[], strict: boolean, field: string): CellMessageProps {
  const texts = useText().orderWords.problems;
  const own = problems.filter(
    (problem) => problem.field === field && (strict || problem.code !== 'price.missing'),
  );
  const first = own.find(({ severity }) => severity === 'error') ?? own[0];
  return {
    text: first === undefined ? undefined : texts[first.code](first),
    soft: first?.severity === 'warning',
  };
}

function ProductCell({ line, problems, strict, onChange, onFound }: OrderRowProps) {
  const words = useText().orders.editor;
  const [unknown, setUnknown] = useState('');
  const said = useMessage(problems, strict, 'productId');
  const text = line.text.trim();
  const own =
    line.product === null && text !== '' && (strict || unknown === line.text)
      ? words.unknownProduct({ text })
      : strict && line.product === null && !isBlank(line)
        ? words.chooseProduct
        : undefined;
  return (
    <>
      <ProductField
        product={line.product}
        text={line.text}
        error={own !== undefined || (said.text !== undefined && !said.soft)}
        onText={(typed) => onChange(line.key, { text: typed, product: null })}
        onProduct={(found, input) => onFound(line.key, found, input)}
        onUnknown={() => setUnknown(line.text)}
      />
      <CellMessage {...(own === undefined ? said : { text: own, soft: false })} />
    </>
  );
}

function QuantityCell({ line, problems, strict, onChange }: OrderRowProps) {
  const { editor: words, columns: names } = useText().orders;
  const said = useMessage(problems, strict, 'quantity');
  const packSize = line.product?.packSize ?? 1;
  const isMissing = strict && line.product !== null && line.quantity === null;
  const message = isMissing ? { text: words.wrongQuantity, soft: false } : said;
  const isWhole =
    packSize > 1 && line.quantity !== null && line.quantity > 0 && line.quantity % packSize === 0;
  return (
    <>
      <ReadCell
        field="quantity"
        label={names.quantity}
        value={line.quantity}
        format={formatQuantity}
        read={(text) => readPackQuantity(text, packSize)}
        onChange={(quantity) => onChange(line.key, { quantity })}
        error={message.text !== undefined && !message.soft}
        numeric
      />
      {isWhole ? (
        <span className={classes['under']}>
          {words.inPacks({ packs: formatQuantity((line.quantity ?? 0) / packSize) })}
        </span>
      ) : null}
      <CellMessage {...message} />
    </>
  );
}

function PriceCell({ line, problems, strict, onChange }: OrderRowProps) {
  const names = useText().orders.columns;
  const said = useMessage(problems, strict, 'unitPrice');
  return (
    <>
      <ReadCell
        field="price"
        label={names.price}
        value={line.price}
        format={(price) => formatFen(fen(price))}
        read={readPrice}
        onChange={(price) => onChange(line.key, { price })}
        error={said.text !== undefined && !said.soft}
        skip={line.price !== null}
        numeric
      />
      <CellMessage {...said} />
    </>
  );
}
