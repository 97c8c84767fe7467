import { Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { policyScopes } from '#app/replenishment/policy.ts';
import type { PolicyScope } from '#app/replenishment/policy.ts';
import { useApiQuery } from '../../api/hooks.ts';
import { productSearch } from '../../products/find-product.ts';
import { useText } from '../../ui/language.tsx';

interface PolicySubjectProps {
  readonly scope: PolicyScope;
  readonly of: string | null;
  readonly onScope: (scope: PolicyScope) => void;
  readonly onOf: (of: string | null) => void;
}

/** What a new policy is about. */
export function PolicySubject({ scope, of, onScope, onOf }: PolicySubjectProps) {
  const t = useText();
  const words = t.reorderPolicies;
  const { data } = useApiQuery('policies.subjects');
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {words.form.subject}
      </Text>
      <Group gap={8} wrap="nowrap">
        <SegmentedControl
          size="xs"
          aria-label={words.form.subject}
          value={scope}
          onChange={onScope}
          data={policyScopes.map((value) => ({ value, label: words.scopes[value] }))}
        />
        {scope === 'product' ? <ProductSelect of={of} onOf={onOf} /> : null}
        {scope === 'category' ? (
          <Select
            flex={1}
            aria-label={words.form.category}
            placeholder={words.form.category}
            data={data?.categories ?? []}
            value={of}
            onChange={onOf}
            searchable
          />
        ) : null}
        {scope === 'supplier' ? (
          <Select
            flex={1}
            aria-label={words.form.supplier}
            placeholder={words.form.supplier}
            data={(data?.suppliers ?? []).map(({ id, code, name }) => ({
              value: id,
              label: `${code} ${name}`,
            }))}
            value={of}
            onChange={onOf}
            searchable
          />
        ) : null}
      </Group>
    </Stack>
  );
}

function ProductSelect({ of, onOf }: Pick<PolicySubjectProps, 'of' | 'onOf'>) {
  const t = useText();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 150);
  const answer = useApiQuery('products.list', productSearch(of === null ? settled : ''), {
    keepPrevious: true,
  });
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const found = (answer.data?.rows ?? []).map(({ id, code, name }) => ({
    value: id,
    label: `${code} ${name}`,
  }));
  const data =
    chosen === null || found.some(({ value }) => value === chosen.value) ? found : [chosen, ...found];
  return (
    <Select
      flex={1}
      aria-label={t.reorderPolicies.form.product}
      placeholder={t.reorder.search}
      data={data}
      // The server has found them, by pinyin too.
      filter={({ options }) => options}
      value={of}
      searchValue={text}
      onSearchChange={setText}
      onChange={(value) => {
        setChosen(data.find((option) => option.value === value) ?? null);
        onOf(value);
      }}
      searchable
    />
  );
}
