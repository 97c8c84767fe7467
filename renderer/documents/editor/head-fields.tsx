import { Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { parseBusinessDay } from '#app/core/business-day.ts';
import type { SheetProblem } from '#app/core/stock-problems.ts';
import type { SheetForm } from '#app/stock/sheet-form.ts';
import { stockReasons } from '#app/stock/stock-words.ts';
import type { WrittenKind } from '#app/stock/stock-words.ts';
import type { OutputOf } from '../../api/contract.ts';
import { useApiQuery } from '../../api/hooks.ts';
import { PartnerField } from '../../partners/partner-field.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { useText } from '../../ui/language.tsx';
import { useProblemMessage } from './problem-texts.ts';
import type { SheetHead } from './sheet-state.ts';
import frame from '../../ui/typing/editor.module.css';
import classes from './editor.module.css';

export type Warehouse = OutputOf<'stock.warehouses'>[number];

interface HeadFieldsProps {
  readonly head: SheetHead;
  readonly form: SheetForm;
  readonly warehouses: readonly Warehouse[];
  readonly problems: readonly SheetProblem[];
  readonly strict: boolean;
  readonly onChange: (change: Partial<SheetHead>) => void;
  /** An order or origin was chosen: its open lines are wanted. */
  readonly onOrder: (id: string | null) => void;
  readonly onOrigin: (id: string | null) => void;
}

/** The head of a document: only what its kind asks for. */
export function HeadFields(props: HeadFieldsProps) {
  const { head, form, onChange } = props;
  const t = useText();
  const words = t.documents.fields;
  const message = useProblemMessage(props.problems, props.strict);
  const error = (field: string): string | undefined => message(field).text;
  const [partner] = form.partners;
  return (
    <div className={frame['head']}>
      <DayField
        label={words.day}
        width={120}
        value={parseBusinessDay(head.day) ?? ''}
        onDay={(day) => onChange({ day })}
        error={error('day')}
      />
      <WarehouseField
        label={form.hasTarget ? words.fromWarehouse : words.warehouse}
        value={head.warehouseId}
        warehouses={props.warehouses}
        error={error('warehouseId')}
        onWarehouse={(warehouseId) => onChange({ warehouseId })}
      />
      {form.hasTarget ? <TargetFields {...props} error={error('toWarehouseId')} /> : null}
      {partner === undefined ? null : (
        <PartnerField
          label={words[partner]}
          kinds={form.partners}
          value={head.partnerId}
          clearable={partner === 'customer'}
          error={error('partnerId')}
          onPartner={(partnerId) => onChange({ partnerId })}
        />
      )}
      {form.hasOrder ? <OrderField {...props} error={error('orderId')} /> : null}
      {form.hasOrigin ? <OriginField {...props} error={error('originId')} /> : null}
      {form.hasReason ? (
        <Select
          label={words.reason}
          w={120}
          placeholder={t.documents.choose}
          value={head.reason}
          data={stockReasons.map((value) => ({ value, label: t.stockWords.reasons[value] }))}
          onChange={(reason) => onChange({ reason })}
          error={error('reason')}
          searchable
        />
      ) : null}
      <TextInput
        className={frame['grow'] ?? ''}
        label={words.note}
        value={head.note}
        maxLength={500}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </div>
  );
}

interface WarehouseFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly warehouses: readonly Warehouse[];
  readonly error: string | undefined;
  readonly onWarehouse: (id: string) => void;
}

/** Transit is used by transfers alone and cannot be chosen. */
function WarehouseField({ label, value, warehouses, error, onWarehouse }: WarehouseFieldProps) {
  const words = useText().documents;
  return (
    <Select
      label={label}
      w={130}
      placeholder={words.choose}
      value={value}
      allowDeselect={false}
      data={warehouses
        .filter(({ kind }) => kind !== 'transit')
        .map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => {
        if (id !== null) onWarehouse(id);
      }}
      error={error}
    />
  );
}

type FieldProps = HeadFieldsProps & { readonly error: string | undefined };

function TargetFields({ head, warehouses, error, onChange }: FieldProps) {
  const words = useText().documents.fields;
  return (
    <>
      <WarehouseField
        label={words.toWarehouse}
        value={head.toWarehouseId}
        warehouses={warehouses}
        error={error}
        onWarehouse={(toWarehouseId) => onChange({ toWarehouseId })}
      />
      <Checkbox
        className={classes['check'] ?? ''}
        label={words.arrives}
        title={words.arrivesHint}
        checked={head.arrives}
        onChange={(event) => onChange({ arrives: event.currentTarget.checked })}
      />
    </>
  );
}

function OrderField({ head, error, onOrder }: FieldProps) {
  const words = useText().documents;
  const kind = head.kind === 'receipt' ? 'receipt' : 'issue';
  const answer = useApiQuery('sheets.orders', { kind });
  const own = useApiQuery(
    'sheets.order',
    { kind, id: head.orderId ?? '' },
    { enabled: head.orderId !== null },
  );
  const orders = [...(answer.data ?? [])];
  const current = head.orderId === null ? undefined : own.data?.order;
  if (current !== undefined && !orders.some(({ id }) => id === current.id)) orders.unshift(current);
  return (
    <Select
      label={kind === 'receipt' ? words.fields.purchaseOrder : words.fields.customerOrder}
      w={200}
      placeholder={words.optional}
      value={head.orderId}
      data={orders.map(({ id, number, partnerName, open }) => ({
        value: id,
        label: words.orderOption({ number, partner: partnerName ?? '', open: formatQuantity(open) }),
      }))}
      onChange={onOrder}
      error={error}
      nothingFoundMessage={words.noOrders}
      comboboxProps={{ width: 360, position: 'bottom-start' }}
      searchable
      clearable
    />
  );
}

function originLabel(kind: WrittenKind): 'originArrival' | 'originReturn' | 'originAssembly' {
  if (kind === 'transfer_in') return 'originArrival';
  return kind === 'disassembly' ? 'originAssembly' : 'originReturn';
}

function OriginField({ head, error, onOrigin }: FieldProps) {
  const words = useText().documents;
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 150);
  const own = useApiQuery('sheets.origin', { id: head.originId ?? '' }, { enabled: head.originId !== null });
  const current = head.originId === null ? undefined : own.data?.document;
  const isTyped = current === undefined || !settled.startsWith(current.number);
  const answer = useApiQuery(
    'sheets.origins',
    { kind: head.kind, search: isTyped ? settled : '' },
    { keepPrevious: true },
  );
  const origins = [...(answer.data ?? [])];
  if (current !== undefined && !origins.some(({ id }) => id === current.id)) origins.unshift(current);
  return (
    <Select
      label={words.fields[originLabel(head.kind)]}
      w={210}
      placeholder={head.kind === 'transfer_in' ? words.choose : words.optional}
      value={head.originId}
      data={origins.map(({ id, number, day, partnerName, toWarehouse }) => ({
        value: id,
        label: words.originOption({ number, day, who: toWarehouse ?? partnerName ?? '' }),
      }))}
      // The store has searched already.
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={onOrigin}
      error={error}
      nothingFoundMessage={words.noOrigins}
      comboboxProps={{ width: 380, position: 'bottom-start' }}
      searchable
      clearable
    />
  );
}
