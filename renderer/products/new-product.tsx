import { Button, Group, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import { productKinds } from '#app/stock/stock-words.ts';
import type { ProductKind } from '#app/stock/stock-words.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import { limits, readPrice } from './product-draft.ts';
import { useSharingAsked } from './use-sharing-asked.ts';
import classes from './products.module.css';

const blank = { code: '', name: '', barcode: '', unit: '', packSize: '1', price: '' };
type Draft = typeof blank;

/** The way to a product that no file brings: a button, and what it asks. */
export function NewProduct({ variant }: { readonly variant: 'filled' | 'default' }) {
  const t = useText();
  const [opened, { open, close }] = useDisclosure(false);
  const [saving, setSaving] = useState(false);
  const words = t.lists.newProduct;
  return (
    <>
      <Button
        variant={variant}
        leftSection={<IconPlus size={16} stroke={1.5} />}
        onClick={open}
        data-new-product
      >
        {words.title}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={words.title}
        centered
        // Escape answers the question that saving may ask, and leaves what was typed.
        closeOnEscape={!saving}
        transitionProps={{ duration: 100 }}
      >
        <NewProductForm onClose={close} saving={saving} onSaving={setSaving} />
      </Modal>
    </>
  );
}

interface FormProps {
  readonly onClose: () => void;
  readonly saving: boolean;
  readonly onSaving: (saving: boolean) => void;
}

function NewProductForm({ onClose, saving, onSaving }: FormProps) {
  const t = useText();
  const words = t.lists.newProduct;
  const [, navigate] = useLocation();
  const sharingAsked = useSharingAsked();
  const [draft, setDraft] = useState<Draft>(blank);
  const [kind, setKind] = useState<ProductKind>('goods');
  const packSize = readWholeNumber(draft.packSize, limits.packSize);
  const listPrice = readPrice(draft.price);
  const name = draft.name.trim();
  const code = draft.code.trim();
  const complete = code !== '' && name !== '' && typeof packSize === 'number' && listPrice !== undefined;
  const save = async (): Promise<void> => {
    if (!complete) return;
    onSaving(true);
    const barcode = draft.barcode.trim();
    try {
      const fields = { code, name, unit: draft.unit.trim(), kind, packSize, listPrice };
      const saved = await sharingAsked((sharing) =>
        mutate('products.create', { ...fields, barcode: barcode === '' ? null : barcode, sharing }),
      );
      if (saved === undefined) return;
      const { product } = saved;
      await invalidate('products', 'stock', 'home');
      onClose();
      notifyDone(words.saved({ name: product.name }));
      navigate(`/products/${product.id}`);
    } catch (error) {
      notifyFailure(error);
    } finally {
      onSaving(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NewProductFields
        draft={draft}
        wrongPack={typeof packSize !== 'number'}
        wrongPrice={listPrice === undefined}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <SegmentedControl
        mt={16}
        size="xs"
        aria-label={t.editFields.names['kind'] ?? ''}
        title={t.productCard.kindHint}
        value={kind}
        onChange={setKind}
        data={productKinds.map((value) => ({ value, label: t.stockWords.productKinds[value] }))}
      />
      <Group mt={16} gap={8} justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t.kit.cancel}
        </Button>
        <Button type="submit" loading={saving} disabled={!complete}>
          {t.kit.save}
        </Button>
      </Group>
    </form>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly wrongPack: boolean;
  readonly wrongPrice: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
}

function NewProductFields({ draft, wrongPack, wrongPrice, onChange }: FieldsProps) {
  const t = useText();
  const { columns, product: words } = t.lists;
  const field = (key: keyof Draft, label: string, error?: string) => (
    <TextInput
      label={label}
      value={draft[key]}
      error={error}
      autoComplete="off"
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
      withAsterisk={key === 'code' || key === 'name'}
      data-autofocus={key === 'code' || undefined}
      name={key}
    />
  );
  const wrongNumber = words.wrongNumber({
    min: limits.packSize.min,
    max: formatQuantity(limits.packSize.max),
  });
  return (
    <div className={classes['fields']}>
      {field('code', columns.code)}
      {field('name', columns.name)}
      {field('barcode', columns.barcode)}
      {field('unit', columns.unit)}
      {field('packSize', columns.packSize, wrongPack ? wrongNumber : undefined)}
      {field('price', words.priceYuan, wrongPrice ? words.wrongPrice : undefined)}
    </div>
  );
}
