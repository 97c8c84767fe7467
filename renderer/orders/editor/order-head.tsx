import { Select, TextInput } from '@mantine/core';
import type { OrderProblem } from '#app/core/order-problems.ts';
import { useApiQuery } from '../../api/hooks.ts';
import { PartnerField } from '../../partners/partner-field.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { useText } from '../../ui/language.tsx';
import type { OrderEditing } from './use-order-form.ts';
import frame from '../../ui/typing/editor.module.css';

interface OrderHeadProps {
  readonly editing: OrderEditing;
  readonly kind: 'supplier' | 'customer';
  readonly problems: readonly OrderProblem[];
}

/** With whom, when, where, and when it is wanted. */
export function OrderHead({ editing, kind, problems }: OrderHeadProps) {
  const t = useText();
  const names = t.orders.columns;
  const { data: warehouses } = useApiQuery('stock.warehouses');
  const { form, setHead } = editing;
  const { head } = form;
  const said = (...fields: readonly string[]): string | undefined => {
    const problem = problems.find(({ field, severity }) => fields.includes(field) && severity === 'error');
    return problem === undefined ? undefined : t.orderWords.problems[problem.code](problem);
  };
  const late = said('expectedDay', 'dueDay');
  return (
    <div className={frame['head']}>
      <DayField label={names.day} width={120} value={head.day} onDay={(day) => setHead({ day })} />
      <PartnerField
        label={kind === 'supplier' ? names.supplier : names.customer}
        kinds={[kind]}
        value={head.partnerId}
        clearable={kind === 'customer'}
        error={said('supplierId', 'partnerId')}
        onPartner={(partnerId) => setHead({ partnerId })}
      />
      <Select
        label={names.warehouse}
        w={130}
        value={head.warehouseId}
        allowDeselect={false}
        data={(warehouses ?? [])
          .filter(({ kind: place }) => place === 'own')
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          if (id !== null) setHead({ warehouseId: id });
        }}
        error={said('warehouseId')}
      />
      <DayField
        label={kind === 'supplier' ? names.expectedDay : names.dueDay}
        width={120}
        value={head.wantedDay}
        onDay={(wantedDay) => setHead({ wantedDay })}
        {...(late === undefined ? {} : { description: late })}
      />
      <TextInput
        className={frame['grow'] ?? ''}
        label={names.note}
        value={head.note}
        maxLength={500}
        onChange={(event) => setHead({ note: event.currentTarget.value })}
      />
    </div>
  );
}
