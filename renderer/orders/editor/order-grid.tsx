import { useCallback, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { readPackQuantity, readPrice } from '#app/stock/pack-quantity.ts';
import { query } from '../../api/client.ts';
import { pastedLines } from '../../documents/editor/sheet-columns.ts';
import type { PastedLine } from '../../documents/editor/sheet-columns.ts';
import { findProduct } from '../../products/find-product.ts';
import type { FoundByText } from '../../products/find-product.ts';
import { useText } from '../../ui/language.tsx';
import { notifyFailure } from '../../ui/notify.tsx';
import { onGridKey } from '../../ui/typing/grid-keys.ts';
import typing from '../../ui/typing/typing.module.css';
import { focusLine, focusNext, lineOf } from '../../ui/typing/walk-cells.ts';
import type { EditorProduct, FormLine } from './order-form.ts';
import { OrderRow } from './order-row.tsx';
import type { OrderEditing } from './use-order-form.ts';
import type { OrderPreview } from './use-order-preview.ts';
import frame from '../../ui/typing/editor.module.css';

interface OrderGridProps {
  readonly editing: OrderEditing;
  readonly preview: OrderPreview;
  readonly strict: boolean;
  /** What a new line proposes, fen a unit. */
  readonly priceOf: (product: EditorProduct) => number | null;
  /** By product, where the grid shows what is there; null where it does not. */
  readonly available: ReadonlyMap<string, number> | null;
}

/** The lines of an order, typed into like a spreadsheet. */
export function OrderGrid({ editing, preview, strict, priceOf, available }: OrderGridProps) {
  const t = useText();
  const { editor: words, columns: names, hints } = t.orders;
  const root = useRef<HTMLDivElement>(null);
  const { form, addLine, changeLine, removeLine } = editing;
  const take = useCallback(
    (key: string, found: FoundByText, input: HTMLInputElement | null): void => {
      productOf(found.product.id).then((product) => {
        if (product === undefined) return;
        const counted = found.quantity === null ? {} : { quantity: found.quantity };
        changeLine(key, { product, text: '', price: priceOf(product), ...counted });
        if (input !== null && root.current !== null) focusNext(root.current, input, addLine);
      }, notifyFailure);
    },
    [addLine, changeLine, priceOf],
  );
  const remove = (key: string): void => {
    const index = form.lines.findIndex((line) => line.key === key);
    removeLine(key);
    if (root.current !== null) focusLine(root.current, index);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    onGridKey(event, root.current, { addLine, remove });
  };
  return (
    <div className={frame['scroll']} ref={root}>
      <table
        className={typing['grid']}
        role="grid"
        aria-label={names.lines}
        onKeyDown={onKeyDown}
        onPaste={usePaste(editing, priceOf)}
      >
        <thead>
          <tr>
            <th style={{ width: 44 }} className={typing['right']}>
              {names.line}
            </th>
            <th>{t.stock.opening.product}</th>
            <th style={{ width: 150 }} className={typing['right']}>
              {names.quantity}
            </th>
            {available === null ? null : (
              <th style={{ width: 110 }} className={typing['right']} title={hints.available}>
                {names.available}
              </th>
            )}
            <th style={{ width: 130 }} className={typing['right']}>
              {names.price}
            </th>
            <th style={{ width: 140 }} className={typing['right']}>
              {names.amount}
            </th>
            <th style={{ width: 40 }} aria-label={words.removeLine} />
          </tr>
        </thead>
        <tbody>
          {form.lines.map((line, index) => (
            <OrderRow
              key={line.key}
              index={index}
              line={line}
              problems={preview.lines.get(line.key) ?? []}
              strict={strict}
              available={available === null ? undefined : available.get(line.product?.id ?? '')}
              hasAvailable={available !== null}
              onChange={changeLine}
              onRemove={remove}
              onFound={take}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function productOf(id: string): Promise<EditorProduct | undefined> {
  return (await query('sheets.products', { ids: [id] }))[0];
}

/** Pasting rows copied from a spreadsheet, with the products found by code, barcode or name. */
function usePaste(
  editing: OrderEditing,
  priceOf: OrderGridProps['priceOf'],
): (event: ClipboardEvent<HTMLElement>) => void {
  const columns = ['product', 'quantity', 'price'] as const;
  return (event) => {
    const cell = event.target as HTMLElement;
    const from = columns.find((column) => column === cell.dataset['field']);
    if (from === undefined) return;
    const pasted = pastedLines(event.clipboardData.getData('text/plain'), from, columns);
    if (pasted.length === 0) return;
    event.preventDefault();
    const key = lineOf(cell);
    Promise.all(pasted.map((line) => changeOf(line, priceOf))).then(
      (changes) => editing.fill(key, changes),
      notifyFailure,
    );
  };
}

async function changeOf(
  { text, quantity, price }: PastedLine,
  priceOf: OrderGridProps['priceOf'],
): Promise<Partial<FormLine>> {
  const found = text === undefined || text === '' ? [] : await findProduct(text);
  const product = 'product' in found ? await productOf(found.product.id) : undefined;
  const named =
    product === undefined ? (text === undefined ? {} : { product: null, text }) : { product, text: '' };
  const stated = price === undefined ? undefined : readPrice(price);
  return {
    ...named,
    ...(quantity === undefined
      ? {}
      : { quantity: readPackQuantity(quantity, product?.packSize ?? 1) ?? null }),
    ...(stated !== undefined ? { price: stated } : product === undefined ? {} : { price: priceOf(product) }),
  };
}
