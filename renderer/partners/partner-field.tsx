import { ActionIcon, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PartnerKind } from '#app/stock/plan-head.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { PartnerForm } from './partner-form.tsx';
import type { Partner } from './partner-form.tsx';
import classes from './partners.module.css';

interface PartnerFieldProps {
  readonly label: string;
  readonly kinds: readonly PartnerKind[];
  readonly value: string | null;
  readonly onPartner: (id: string | null) => void;
  readonly error?: string | undefined;
  readonly clearable: boolean;
  readonly width?: number;
}

const shown = 30;

/** A partner found by code, name or phone, or written anew without leaving the page. */
export function PartnerField(props: PartnerFieldProps) {
  const words = useText().documents;
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 150);
  const [isNew, setNew] = useState(false);
  const chosen = useApiQuery(
    'partners.get',
    { id: props.value ?? '' },
    { enabled: props.value !== null, keepPrevious: true },
  );
  const current = props.value === null ? undefined : chosen.data;
  const isTyped = settled !== '' && settled !== (current === undefined ? '' : labelOf(current));
  const answer = useApiQuery(
    'partners.list',
    { search: isTyped ? settled : '', page: 1, pageSize: shown, filters: { kind: props.kinds.join(',') } },
    { keepPrevious: true },
  );
  const rows = [...(answer.data?.rows ?? [])];
  if (current !== undefined && !rows.some(({ id }) => id === current.id)) rows.unshift(current);
  return (
    <div className={classes['field']}>
      <Select
        label={props.label}
        w={props.width ?? 210}
        placeholder={props.clearable ? words.optional : words.choose}
        value={props.value}
        data={rows.map((row) => ({ value: row.id, label: labelOf(row) }))}
        // The store has searched already.
        filter={({ options }) => options}
        searchable
        clearable={props.clearable}
        nothingFoundMessage={words.newPartner}
        searchValue={search}
        onSearchChange={setSearch}
        onChange={props.onPartner}
        error={props.error}
        comboboxProps={{ width: 300, position: 'bottom-start' }}
        data-head="partner"
      />
      <ActionIcon
        variant="default"
        size={30}
        mt={21}
        aria-label={words.newPartner}
        title={words.newPartner}
        onClick={() => setNew(true)}
      >
        <IconPlus size={16} stroke={1.5} />
      </ActionIcon>
      {isNew ? (
        <PartnerForm
          kinds={props.kinds}
          name={isTyped ? settled : ''}
          onClose={() => setNew(false)}
          onSaved={(partner) => {
            setNew(false);
            props.onPartner(partner.id);
          }}
        />
      ) : null}
    </div>
  );
}

function labelOf({ code, name }: Pick<Partner, 'code' | 'name'>): string {
  return name === '' ? code : `${name}（${code}）`;
}
