import { Group, NumberInput, Select, Text } from '@mantine/core';
import { criticalRatio } from '#app/replenishment/policy.ts';
import { useApiQuery } from '../../api/hooks.ts';
import { useText } from '../../ui/language.tsx';
import type { PolicyDraft } from './policy-draft.ts';
import { percentText } from './policy-words.ts';

interface FieldsProps {
  readonly draft: PolicyDraft;
  readonly onChange: (part: Partial<PolicyDraft>) => void;
}

type NumberField = {
  [Key in keyof PolicyDraft]: PolicyDraft[Key] extends number | string
    ? number extends PolicyDraft[Key]
      ? Key
      : never
    : never;
}[keyof PolicyDraft];

interface NumberProps extends FieldsProps {
  readonly field: NumberField;
  readonly label: string;
  readonly hint?: string;
  readonly min: number;
  readonly max: number;
  readonly decimals?: number;
}

const mostMoney = 1_000_000_000;
const mostUnits = 1_000_000_000;

function NumberOf({ draft, onChange, field, label, hint, min, max, decimals = 0 }: NumberProps) {
  const value = draft[field];
  const isWrong = value !== '' && (typeof value !== 'number' || value < min || value > max);
  return (
    <NumberInput
      flex={1}
      label={label}
      description={hint}
      value={value}
      onChange={(next) => onChange({ [field]: next })}
      min={min}
      max={max}
      clampBehavior="none"
      decimalScale={decimals}
      allowDecimal={decimals > 0}
      allowNegative={false}
      thousandSeparator=","
      hideControls
      error={isWrong}
      data-field={field}
    />
  );
}

/** Days between orders, and how long they take: stated, or as they really took. */
export function LeadFields({
  draft,
  onChange,
  supplierId,
}: FieldsProps & { readonly supplierId: string | null }) {
  const words = useText().reorderPolicies.form;
  return (
    <>
      <Group gap={12} align="flex-start" wrap="nowrap">
        <NumberOf {...{ draft, onChange }} field="reviewDays" label={words.reviewDays} min={1} max={90} />
        <Select
          flex={1}
          label={words.lead}
          value={draft.lead}
          allowDeselect={false}
          data={(['inherit', 'own', 'measured'] as const).map((value) => ({
            value,
            label: words.leads[value],
          }))}
          onChange={(lead) => onChange({ lead: lead ?? 'inherit' })}
        />
        {draft.lead === 'inherit' ? (
          <div style={{ flex: 1 }} />
        ) : (
          <NumberOf
            {...{ draft, onChange }}
            field="leadDays"
            label={draft.lead === 'own' ? words.leadDays : words.leadElse}
            min={0}
            max={365}
          />
        )}
      </Group>
      {draft.lead === 'measured' ? <Measured supplierId={supplierId} /> : null}
    </>
  );
}

/** How long suppliers really took, from receipts against purchase orders. */
function Measured({ supplierId }: { readonly supplierId: string | null }) {
  const words = useText().reorderPolicies.form;
  const { data } = useApiQuery('policies.subjects');
  const known = (data?.suppliers ?? []).flatMap(({ id, name, measured }) =>
    measured === null || (supplierId !== null && supplierId !== id) ? [] : [{ name, ...measured }],
  );
  return (
    <Text size="xs" c="dimmed">
      {known.length === 0
        ? words.measuredNone
        : known
            .map(({ name, mean, sigma, receipts }) =>
              words.measuredFact({
                name,
                mean: mean.toFixed(1),
                sigma: sigma.toFixed(1),
                receipts: String(receipts),
              }),
            )
            .join(' · ')}
    </Text>
  );
}

/** How sure one wants to be: by a level, or by what a unit costs that is lost or left. */
export function TargetFields({ draft, onChange }: FieldsProps) {
  const words = useText().reorderPolicies.form;
  const { lostUnit, leftUnit } = draft;
  const ratio =
    typeof lostUnit === 'number' && typeof leftUnit === 'number' && lostUnit + leftUnit > 0
      ? words.ratio({ percent: percentText(criticalRatio(lostUnit, leftUnit)) })
      : '';
  return (
    <>
      <Group gap={12} align="flex-start" wrap="nowrap">
        <Select
          flex={1}
          label={words.target}
          value={draft.target}
          allowDeselect={false}
          data={(['inherit', 'service', 'newsvendor'] as const).map((value) => ({
            value,
            label: words.targets[value],
          }))}
          onChange={(target) => onChange({ target: target ?? 'inherit' })}
        />
        {draft.target === 'service' ? (
          <NumberOf
            {...{ draft, onChange }}
            field="serviceLevel"
            label={words.serviceLevel}
            min={50}
            max={99.9}
            decimals={1}
          />
        ) : null}
        {draft.target === 'newsvendor' ? (
          <>
            <NumberOf
              {...{ draft, onChange }}
              field="lostUnit"
              label={words.lostUnit}
              min={0}
              max={mostMoney}
              decimals={2}
            />
            <NumberOf
              {...{ draft, onChange }}
              field="leftUnit"
              label={words.leftUnit}
              min={0}
              max={mostMoney}
              decimals={2}
            />
          </>
        ) : (
          <div style={{ flex: draft.target === 'service' ? 1 : 2 }} />
        )}
      </Group>
      {draft.target === 'newsvendor' && ratio !== '' ? (
        <Text size="xs" c="dimmed">
          {ratio}
        </Text>
      ) : null}
    </>
  );
}

export function SizeFields({ draft, onChange }: FieldsProps) {
  const words = useText().reorderPolicies.form;
  return (
    <Group gap={12} align="flex-start" wrap="nowrap">
      <NumberOf {...{ draft, onChange }} field="moq" label={words.moq} min={1} max={mostUnits} />
      <NumberOf {...{ draft, onChange }} field="packSize" label={words.packSize} min={1} max={mostUnits} />
      <Select
        flex={1}
        label={words.shelfLife}
        value={draft.shelfLife}
        allowDeselect={false}
        data={(['inherit', 'yes', 'no'] as const).map((value) => ({
          value,
          label: words.shelfLives[value],
        }))}
        onChange={(shelfLife) => onChange({ shelfLife: shelfLife ?? 'inherit' })}
      />
    </Group>
  );
}

/** What is of the whole order: HQ's threshold, and what may be spent. */
export function OrderFields({ draft, onChange }: FieldsProps) {
  const words = useText().reorderPolicies.form;
  return (
    <Group gap={12} align="flex-start" wrap="nowrap">
      <NumberOf
        {...{ draft, onChange }}
        field="orderAmount"
        label={words.orderAmount}
        hint={words.orderAmountHint}
        min={0}
        max={mostMoney}
        decimals={2}
      />
      <NumberOf
        {...{ draft, onChange }}
        field="budget"
        label={words.budget}
        hint={words.budgetHint}
        min={0}
        max={mostMoney}
        decimals={2}
      />
      <NumberOf
        {...{ draft, onChange }}
        field="orderCartons"
        label={words.orderCartons}
        min={1}
        max={100_000}
      />
    </Group>
  );
}
