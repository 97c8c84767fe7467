import { CloseButton, Checkbox, Group, Input, MultiSelect, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { valueClasses } from '#app/stock/count-scope.ts';
import { useApiQuery } from '../api/hooks.ts';
import { ProductField } from '../products/product-field.tsx';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { appError } from '#app/core/errors.ts';
import type { ScopeDraft } from './scope-draft.ts';
import classes from './stocktake.module.css';

interface ScopeFieldsProps {
  readonly draft: ScopeDraft;
  readonly onChange: (draft: ScopeDraft) => void;
}

const kinds = ['all', 'category', 'class', 'products'] as const;

/** Everything, some categories, ABC classes, or chosen products. */
export function ScopeFields({ draft, onChange }: ScopeFieldsProps) {
  const words = useText().stocktake;
  return (
    <Stack gap={8}>
      <Input.Wrapper label={words.create.scope} size="xs">
        <div>
          <SegmentedControl
            size="xs"
            aria-label={words.create.scope}
            value={draft.kind}
            onChange={(kind) => onChange({ ...draft, kind })}
            data={kinds.map((kind) => ({ value: kind, label: words.scopes[kind] }))}
          />
        </div>
      </Input.Wrapper>
      {draft.kind === 'category' ? <CategoryFields draft={draft} onChange={onChange} /> : null}
      {draft.kind === 'class' ? <ClassFields draft={draft} onChange={onChange} /> : null}
      {draft.kind === 'products' ? <ProductFields draft={draft} onChange={onChange} /> : null}
    </Stack>
  );
}

/** A category without a name needs one to be chosen by. */
const unnamed = '\u0000';

function CategoryFields({ draft, onChange }: ScopeFieldsProps) {
  const words = useText().stocktake.create;
  const { data } = useApiQuery('products.categories');
  const names = [...new Set((data ?? []).map(({ category }) => category))];
  return (
    <MultiSelect
      size="xs"
      label={words.categories}
      searchable
      clearable
      value={draft.categories.map((name) => (name === '' ? unnamed : name))}
      onChange={(values) =>
        onChange({ ...draft, categories: values.map((value) => (value === unnamed ? '' : value)) })
      }
      data={names.map((name) => ({
        value: name === '' ? unnamed : name,
        label: name === '' ? words.noCategory : name,
      }))}
    />
  );
}

function ClassFields({ draft, onChange }: ScopeFieldsProps) {
  const words = useText().stocktake.create;
  return (
    <Checkbox.Group
      label={words.classes}
      description={words.classHint}
      value={[...draft.classes]}
      onChange={(values) => onChange({ ...draft, classes: values })}
    >
      <Group gap={16} mt={4}>
        {valueClasses.map((name) => (
          <Checkbox key={name} size="xs" value={name} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function ProductFields({ draft, onChange }: ScopeFieldsProps) {
  const words = useText().stocktake.create;
  const [text, setText] = useState('');
  const { products } = draft;
  return (
    <Input.Wrapper label={words.products} size="xs">
      <div className={classes['boxed']}>
        <ProductField
          product={null}
          text={text}
          error={false}
          onText={setText}
          onProduct={({ product }, input) => {
            setText('');
            if (!products.some(({ id }) => id === product.id))
              onChange({ ...draft, products: [...products, product] });
            input?.focus();
          }}
          onUnknown={() => notifyFailure(appError('notFound', { what: 'product', id: text }))}
        />
      </div>
      <ul className={classes['chosen']}>
        {products.map((product) => (
          <li key={product.id}>
            <span className={classes['code']}>{product.code}</span> {product.name}
            <CloseButton
              size="xs"
              aria-label={product.name}
              onClick={() => onChange({ ...draft, products: products.filter(({ id }) => id !== product.id) })}
            />
          </li>
        ))}
      </ul>
    </Input.Wrapper>
  );
}
