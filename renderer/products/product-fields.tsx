import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { formatQuantity } from '#app/core/quantity.ts';
import { productKinds } from '#app/stock/stock-words.ts';
import { useText } from '../ui/language.tsx';
import { limits } from './product-draft.ts';
import type { DraftField, ProductDraft } from './product-draft.ts';
import classes from './products.module.css';

interface FieldsProps {
  readonly draft: ProductDraft;
  readonly wrong: ReadonlySet<DraftField>;
  readonly onChange: (part: Partial<ProductDraft>) => void;
}

/** What the product is called and where it belongs. */
export function MasterFields({ draft, wrong, onChange }: FieldsProps) {
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

/** How it is stocked: what it is, its batches and their life, where it lies, what it costs. */
export function StockFields({ draft, wrong, onChange }: FieldsProps) {
  const { editFields, productCard: words, lists, stockWords } = useText();
  const name = (field: string): string => editFields.names[field] ?? field;
  const text = (
    field: 'registrationNumber' | 'shelf' | 'shelfLifeDays' | 'purchasePrice',
    hint: string,
    error?: string,
  ) => (
    <TextInput
      label={name(field)}
      title={hint}
      value={draft[field]}
      maxLength={field === 'registrationNumber' ? 60 : 40}
      autoComplete="off"
      error={error}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  const { min, max } = limits.shelfLifeDays;
  return (
    <div className={`${classes['fields']} ${classes['masterFields']}`}>
      <div className={classes['wide']}>
        <SegmentedControl
          size="xs"
          aria-label={name('kind')}
          title={words.kindHint}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
          data={productKinds.map((value) => ({ value, label: stockWords.productKinds[value] }))}
        />
      </div>
      {text(
        'purchasePrice',
        words.purchasePriceHint,
        wrong.has('purchasePrice') ? lists.product.wrongPrice : undefined,
      )}
      {text('shelf', words.shelfHint)}
      {text(
        'shelfLifeDays',
        words.shelfLifeHint,
        wrong.has('shelfLifeDays') ? words.wrongShelfLife({ min, max: formatQuantity(max) }) : undefined,
      )}
      {text('registrationNumber', words.registrationHint)}
      <Checkbox
        className={classes['wide'] ?? ''}
        size="xs"
        label={`${name('lotControl')} · ${words.lotControlHint}`}
        checked={draft.lotControl}
        onChange={(event) => onChange({ lotControl: event.currentTarget.checked })}
      />
    </div>
  );
}

export function PolicyFields({ draft, wrong, onChange }: FieldsProps) {
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
