import { Button, Group, Input, NumberInput, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { promotionScopes } from '#app/calendar/calendar-words.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { FormFrame } from './form-frame.tsx';
import { PeriodFields } from './period-fields.tsx';
import { formOf, isReady } from './promotion-draft.ts';
import type { PromotionForm as Form, StoredPromotion } from './promotion-draft.ts';
import { PromotionProducts } from './promotion-products.tsx';
import { cancelPromotion, savePromotion } from './save-promotion.ts';

interface PromotionFormProps {
  /** Absent for a new one. */
  readonly promotion?: StoredPromotion;
  readonly firstDay: BusinessDay;
  readonly onClose: () => void;
}

/** A promotion, new or changed on the version that was seen. */
export function PromotionForm({ promotion, firstDay, onClose }: PromotionFormProps) {
  const t = useText();
  const words = t.calendar.promotions;
  const [form, setForm] = useState(() => formOf(promotion, firstDay));
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  return (
    <FormFrame
      title={promotion === undefined ? words.addTitle : words.editTitle({ name: promotion.name })}
      ready={isReady(form)}
      onSave={() => savePromotion(form, promotion, t)}
      onClose={onClose}
      width={480}
      {...(promotion === undefined ? {} : { aside: <CancelButton promotion={promotion} onDone={onClose} /> })}
    >
      <PeriodFields value={form} onChange={change} />
      <Input.Wrapper label={words.scope}>
        <div>
          <SegmentedControl
            size="xs"
            aria-label={words.scope}
            value={form.scope}
            onChange={(scope) => change({ scope })}
            data={promotionScopes.map((value) => ({ value, label: t.calendarWords.scopes[value] }))}
          />
        </div>
      </Input.Wrapper>
      {form.scope === 'category' ? (
        <CategoryField value={form.category} onChange={(category) => change({ category })} />
      ) : null}
      {form.scope === 'products' ? (
        <PromotionProducts products={form.products} onChange={(products) => change({ products })} />
      ) : null}
      <Group gap={8} align="flex-start" wrap="nowrap">
        <PercentField
          label={words.discount}
          description={words.discountHint}
          value={form.percent}
          onChange={(percent) => change({ percent })}
        />
        <TextInput
          label={words.note}
          description={'\u00A0'}
          flex={1}
          value={form.note}
          maxLength={500}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {words.effect}
      </Text>
    </FormFrame>
  );
}

interface PercentFieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function PercentField({ value, onChange, ...words }: PercentFieldProps) {
  return (
    <NumberInput
      {...words}
      w={210}
      suffix="%"
      min={0.01}
      max={99.99}
      decimalScale={2}
      clampBehavior="blur"
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
      data-discount
    />
  );
}

function CategoryField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (category: string) => void;
}) {
  const words = useText().calendar.promotions;
  const { data } = useApiQuery('products.categories');
  const names = new Set((data ?? []).map(({ category }) => category));
  names.delete('');
  return (
    <Select
      label={words.category}
      searchable
      value={value === '' ? null : value}
      data={[...names]}
      onChange={(category) => onChange(category ?? '')}
      data-category
    />
  );
}

function CancelButton({
  promotion,
  onDone,
}: {
  readonly promotion: StoredPromotion;
  readonly onDone: () => void;
}) {
  const t = useText();
  const words = t.calendar.promotions;
  const { isCancelled } = promotion;
  return (
    <Button
      variant="subtle"
      color={isCancelled ? 'teal' : 'red'}
      onClick={() => void cancelPromotion(promotion, !isCancelled, t).then(onDone, notifyFailure)}
      data-cancel-promotion
    >
      {isCancelled ? words.reopen : words.cancel}
    </Button>
  );
}
