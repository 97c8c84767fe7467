import { Select } from '@mantine/core';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';

interface FilterProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

interface WarehouseFilterProps extends FilterProps {
  readonly warehouses: readonly { readonly code: string; readonly name: string }[];
}

/** One warehouse by its code, or all. */
export function WarehouseFilter({ value, onChange, warehouses }: WarehouseFilterProps) {
  const t = useText();
  if (warehouses.length < 2) return null;
  return (
    <Select
      w={136}
      clearable
      aria-label={t.stock.warehouse}
      placeholder={t.stock.allWarehouses}
      value={value}
      onChange={onChange}
      data={warehouses.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}

export function CategoryFilter({ value, onChange }: FilterProps) {
  const words = useText().stockOverview;
  const { data } = useApiQuery('products.categories');
  const names = [...new Set((data ?? []).map(({ category }) => category))].filter((name) => name !== '');
  if (names.length < 2) return null;
  return (
    <Select
      w={124}
      clearable
      searchable
      aria-label={words.category}
      placeholder={words.allCategories}
      value={value}
      onChange={onChange}
      data={names}
    />
  );
}
