import type { ReactNode } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import type { Chosen, KnownLot } from './state.ts';
import marks from './marks.module.css';
import classes from './stage.module.css';

interface OptionsProps<Option> {
  readonly options: readonly Option[];
  readonly keyOf: (option: Option) => string;
  readonly onChoose: (number: string) => void;
  readonly render: (option: Option) => ReactNode;
}

/** At most nine: those that have a key. */
export function Options<Option>({ options, keyOf, onChoose, render }: OptionsProps<Option>) {
  return (
    <ol className={classes['options']}>
      {options.slice(0, 9).map((option, index) => (
        <li key={keyOf(option)}>
          <button
            type="button"
            className={classes['option']}
            onClick={() => onChoose(String(index + 1))}
            tabIndex={-1}
          >
            <kbd className={classes['optionKey']}>{index + 1}</kbd>
            {render(option)}
          </button>
        </li>
      ))}
    </ol>
  );
}

export function ProductOption({ chosen: { match } }: { readonly chosen: Chosen }) {
  const t = useText().scan;
  const { product, lot, quantity } = match;
  return (
    <span className={classes['optionText']}>
      <span className={classes['optionName']}>
        <span className={marks['code']}>{product.code}</span> {product.name}
      </span>
      <span className={classes['optionAside']}>
        {quantity > 1 ? `× ${quantity}　` : ''}
        {lot === null ? '' : `${t.lot} ${lot.code}　`}
        {product.onHand === null ? '' : t.onHand({ quantity: formatQuantity(product.onHand) })}
      </span>
    </span>
  );
}

export function LotOption({ lot }: { readonly lot: KnownLot }) {
  const t = useText().scan;
  return (
    <span className={classes['optionText']}>
      <span className={classes['optionName']}>{lot.code}</span>
      <span className={classes['optionAside']}>
        {lot.expiryDay === null ? '' : `${t.expiry} ${lot.expiryDay}　`}
        {lot.onHand === null ? '' : t.onHand({ quantity: formatQuantity(lot.onHand) })}
      </span>
    </span>
  );
}
