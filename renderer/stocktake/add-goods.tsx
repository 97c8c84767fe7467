import { Button, Group, Input, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { appError } from '#app/core/errors.ts';
import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { largestQuantity } from '#app/core/quantity.ts';
import { mutate } from '../api/client.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import { ProductField } from '../products/product-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure, notifyNote } from '../ui/notify.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import type { ChosenProduct } from './scope-draft.ts';
import classes from './stocktake.module.css';

interface AddGoodsProps {
  readonly id: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Goods that were found and are not on the list: which, of which batch, how many. */
export function AddGoods({ id, opened, onClose }: AddGoodsProps) {
  const words = useText().stocktake.add;
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} centered>
      <AddGoodsForm id={id} onClose={onClose} />
    </Modal>
  );
}

const [noLot, newLot] = ['-', '+'];

interface LotDraft {
  readonly choice: string;
  readonly code: string;
  readonly expiry: BusinessDay | '';
}

const blankLot: LotDraft = { choice: noLot, code: '', expiry: '' };

function AddGoodsForm({ id, onClose }: Omit<AddGoodsProps, 'opened'>) {
  const t = useText();
  const words = t.stocktake.add;
  const [text, setText] = useState('');
  const [product, setProduct] = useState<ChosenProduct | null>(null);
  const [lot, setLot] = useState<LotDraft>(blankLot);
  const [quantity, setQuantity] = useState('');
  const read = readWholeNumber(quantity, { min: 0, max: largestQuantity });
  const named = lot.choice !== newLot || lot.code.trim() !== '';
  const add = async (): Promise<void> => {
    if (product === null || typeof read !== 'number' || !named) return;
    try {
      const input = { id, productId: product.id, lot: lotOf(lot), quantity: read };
      const { line } = await mutate('stocktakes.countFound', input);
      // What is known of a batch stays; the person holds the box and is told.
      const { lot: code, expiryDay: known } = line;
      const said = (input.lot?.lotId === undefined ? input.lot?.expiryDay : null) ?? null;
      if (said === null || known === null || said === known) notifyDone(words.done({ name: product.name }));
      else notifyNote(words.otherExpiry({ name: product.name, lot: code ?? '', known, said }));
      await invalidate('stocktakes');
      onClose();
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Stack gap={12}>
        <Input.Wrapper label={words.product} size="xs">
          <div className={classes['boxed']}>
            <ProductField
              product={product}
              text={text}
              error={false}
              onText={(typed) => {
                setProduct(null);
                setText(typed);
              }}
              onProduct={({ product: chosen }) => {
                setProduct(chosen);
                setLot(blankLot);
              }}
              onUnknown={() => notifyFailure(appError('notFound', { what: 'product', id: text }))}
            />
          </div>
        </Input.Wrapper>
        {product === null ? null : <LotFields id={id} productId={product.id} lot={lot} onChange={setLot} />}
        <TextInput
          label={words.quantity}
          value={quantity}
          inputMode="numeric"
          error={read === undefined ? t.stocktake.grid.invalid : undefined}
          onChange={(event) => setQuantity(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t.kit.cancel}
          </Button>
          <Button type="submit" disabled={product === null || typeof read !== 'number' || !named}>
            {words.action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function lotOf({ choice, code, expiry }: LotDraft) {
  if (choice === noLot) return null;
  if (choice !== newLot) return { lotId: choice };
  return { code: code.trim(), expiryDay: parseBusinessDay(expiry) ?? null };
}

interface LotFieldsProps {
  readonly id: string;
  readonly productId: string;
  readonly lot: LotDraft;
  readonly onChange: (lot: LotDraft) => void;
}

function LotFields({ id, productId, lot, onChange }: LotFieldsProps) {
  const words = useText().stocktake.add;
  const { data } = useApiQuery('stocktakes.targets', { id, productId });
  const known = (data ?? []).flatMap(({ lotId, lot: code, expiryDay }) =>
    lotId === null ? [] : [{ value: lotId, label: [code, expiryDay].filter(Boolean).join('  ') }],
  );
  return (
    <>
      <Select
        label={words.lot}
        value={lot.choice}
        allowDeselect={false}
        onChange={(choice) => onChange({ ...lot, choice: choice ?? noLot })}
        data={[{ value: noLot, label: words.noLot }, ...known, { value: newLot, label: words.newLot }]}
      />
      {lot.choice === newLot ? (
        <Group gap={8} grow align="start">
          <TextInput
            label={words.newLotCode}
            value={lot.code}
            maxLength={64}
            onChange={(event) => onChange({ ...lot, code: event.currentTarget.value })}
          />
          <DayField
            label={words.expiry}
            value={lot.expiry}
            onDay={(expiry) => onChange({ ...lot, expiry })}
          />
        </Group>
      ) : null}
    </>
  );
}
