import { CloseButton, Input, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { appError } from '#app/core/errors.ts';
import { ProductField } from '../products/product-field.tsx';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import type { ChosenProduct } from './promotion-draft.ts';
import classes from './calendar.module.css';

interface PromotionProductsProps {
  readonly products: readonly ChosenProduct[];
  readonly onChange: (products: readonly ChosenProduct[]) => void;
}

/** The products of a promotion, each with a discount of its own where it has one. Scan or type, Enter adds. */
export function PromotionProducts({ products, onChange }: PromotionProductsProps) {
  const words = useText().calendar.promotions;
  const [text, setText] = useState('');
  return (
    <Input.Wrapper label={words.products}>
      <div className={classes['boxed']}>
        <ProductField
          product={null}
          text={text}
          error={false}
          onText={setText}
          onProduct={({ product: { id, code, name } }, input) => {
            setText('');
            if (!products.some((one) => one.id === id))
              onChange([...products, { id, code, name, percent: null }]);
            input?.focus();
          }}
          onUnknown={() => notifyFailure(appError('notFound', { what: 'product', id: text }))}
        />
      </div>
      <ul className={classes['chosen']}>
        {products.map((product) => (
          <li key={product.id}>
            <span title={product.name}>{`${product.code}  ${product.name}`}</span>
            <NumberInput
              size="xs"
              w={104}
              aria-label={`${product.code} ${words.ownDiscount}`}
              title={words.ownDiscount}
              placeholder={words.asPromotion}
              suffix="%"
              min={0.01}
              max={99.99}
              decimalScale={2}
              hideControls
              value={product.percent ?? ''}
              onChange={(typed) =>
                onChange(
                  products.map((one) =>
                    one.id === product.id ? { ...one, percent: typed === '' ? null : Number(typed) } : one,
                  ),
                )
              }
            />
            <CloseButton
              size="sm"
              aria-label={words.removeProduct({ name: product.name })}
              onClick={() => onChange(products.filter(({ id }) => id !== product.id))}
            />
          </li>
        ))}
      </ul>
    </Input.Wrapper>
  );
}
