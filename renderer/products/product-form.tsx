import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { Section } from '../ui/section.tsx';
import { changeOf, draftOf, limits, wrongFields } from './product-draft.ts';
import type { DraftField, ProductDraft, ProductCard } from './product-draft.ts';
import classes from './products.module.css';

interface Product extends ProductCard {
  readonly id: string;
  readonly version: number;
}

async function saveProduct(id: string, version: number, change: Partial<ProductCard>) {
  const saved = await mutate('products.save', { id, version, change });
  await invalidate('products', 'stock', 'home');
  return saved;
}

/** What the product is and what the reorder depends on, editable: saved with a button, taken back from the toast. */
export function ProductForm({ product }: { readonly product: Product }) {
  const t = useText();
  const words = t.lists.product;
  const [draft, setDraft] = useState(() => draftOf(product));
  const [saving, setSaving] = useState(false);
  const wrong = wrongFields(draft);
  const change = wrong.size === 0 ? changeOf(product, draft) : {};
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(product));
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const saved = await saveProduct(product.id, product.version, change);
      const before = Object.fromEntries(
        Object.keys(change).map((key) => [key, product[key as keyof ProductCard]]),
      );
      notifyUndo(words.saved({ name: product.name }), () =>
        saveProduct(product.id, saved.product.version, before),
      );
    } catch (error) {
      notifyFailure(error);
      // Changed elsewhere since: what is there now is shown, and the form begins with it.
      await invalidate('products');
    } finally {
      setSaving(false);
    }
  };
  const onSubmit = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    if (Object.keys(change).length > 0) void save();
  };
  return (
    <Section title={words.policy} aside={<span className={classes['hint']}>{words.policyHint}</span>}>
      <form onSubmit={onSubmit}>
        <MasterFields draft={draft} wrong={wrong} onChange={(part) => setDraft({ ...draft, ...part })} />
        <PolicyFields draft={draft} wrong={wrong} onChange={(part) => setDraft({ ...draft, ...part })} />
        <div className={classes['formFoot']}>
          <Button type="submit" loading={saving} disabled={Object.keys(change).length === 0}>
            {t.kit.save}
          </Button>
          {dirty ? (
            <>
              <Button variant="subtle" color="gray" onClick={() => setDraft(draftOf(product))}>
                {words.revert}
              </Button>
              <span className={classes['unsaved']}>{words.unsaved}</span>
            </>
          ) : null}
        </div>
      </form>
    </Section>
  );
}

interface FieldsProps {
  readonly draft: ProductDraft;
  readonly wrong: ReadonlySet<DraftField>;
  readonly onChange: (part: Partial<ProductDraft>) => void;
}

/** What the product is called and where it belongs. */
function MasterFields({ draft, wrong, onChange }: FieldsProps) {
  const { columns, product: words } = useText().lists;
  const text = (field: 'name' | 'barcode' | 'category' | 'subcategory' | 'unit', maxLength: number) => (
    <TextInput
      label={columns[field]}
      value={draft[field]}
      maxLength={maxLength}
      autoComplete="off"
      error={field === 'name' && wrong.has('name') ? words.wrongName : undefined}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <div className={`${classes['fields']} ${classes['masterFields']}`}>
      <div className={classes['wide']}>{text('name', 200)}</div>
      {text('barcode', 64)}
      {text('unit', 20)}
      {text('category', 60)}
      {text('subcategory', 60)}
    </div>
  );
}

function PolicyFields({ draft, wrong, onChange }: FieldsProps) {
  const t = useText();
  const { columns, product: words } = t.lists;
  const whole = (field: 'packSize' | 'moq' | 'leadDays', label: string, hint: string) => (
    <TextInput
      label={label}
      title={hint}
      inputMode="numeric"
      value={draft[field]}
      placeholder={field === 'leadDays' ? words.leadDefault : ''}
      error={
        wrong.has(field)
          ? words.wrongNumber({ min: limits[field].min, max: formatQuantity(limits[field].max) })
          : undefined
      }
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
  return (
    <div className={classes['fields']}>
      {whole('packSize', columns.packSize, words.packSizeHint)}
      {whole('moq', columns.moq, words.moqHint)}
      {whole('leadDays', columns.leadDays, words.leadHint)}
      <TextInput
        label={words.priceYuan}
        inputMode="decimal"
        value={draft.price}
        error={wrong.has('price') ? words.wrongPrice : undefined}
        onChange={(event) => onChange({ price: event.currentTarget.value })}
        onFocus={(event) => event.currentTarget.select()}
      />
      <SegmentedControl
        size="xs"
        aria-label={columns.status}
        value={draft.status}
        onChange={(value) => onChange({ status: value })}
        data={[
          { value: 'active', label: t.kit.status.active },
          { value: 'inactive', label: t.kit.status.inactive },
        ]}
      />
    </div>
  );
}
