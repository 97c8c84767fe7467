import { SegmentedControl, Select } from '@mantine/core';
import { useSearch } from 'wouter';
import { valueClasses } from '#app/stock/count-scope.ts';
import { stockViews } from '#app/stock/stock-view.ts';
import type { StockView } from '#app/stock/stock-view.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { OptionalDay } from '../ui/optional-day.tsx';
import { CategoryFilter, WarehouseFilter } from './place-filters.tsx';

interface Values {
  readonly view: StockView;
  readonly warehouse: string | null;
  readonly category: string | null;
  readonly class: string | null;
  /** A past day; null for now. */
  readonly asOf: string | null;
}

const none: Values = { view: 'all', warehouse: null, category: null, class: null, asOf: null };

interface StockFilterState {
  readonly values: Values;
  readonly set: (part: Partial<Values>) => void;
  readonly clear: () => void;
  /** As the list takes them. */
  readonly query: Readonly<Record<string, string>>;
}

/** The home page links to a view, such as `?view=expiring`. */
function viewIn(search: string): StockView {
  const wanted = new URLSearchParams(search).get('view');
  return stockViews.find((view) => view === wanted) ?? 'all';
}

export function useStockFilters(): StockFilterState {
  const search = useSearch();
  const [values, setValues] = useHistoryState<Values>('stock.filters', () => ({
    ...none,
    view: viewIn(search),
  }));
  const query = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== 'all'),
  ) as Record<string, string>;
  return {
    values,
    set: (part) => setValues({ ...values, ...part }),
    clear: () => setValues(none),
    query,
  };
}

export function StockFilters({ filters: { values, set } }: { readonly filters: StockFilterState }) {
  const t = useText();
  const words = t.stockOverview;
  const { data: warehouses } = useApiQuery('stock.warehouses');
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t.stock.view}
        value={values.view}
        onChange={(view) => set({ view })}
        data={stockViews.map((view) => ({ value: view, label: t.stock.views[view] }))}
      />
      <WarehouseFilter
        value={values.warehouse}
        onChange={(warehouse) => set({ warehouse })}
        warehouses={warehouses ?? []}
      />
      <CategoryFilter value={values.category} onChange={(category) => set({ category })} />
      <Select
        w={80}
        clearable
        aria-label={words.class}
        placeholder={words.allClasses}
        value={values.class}
        onChange={(name) => set({ class: name })}
        data={valueClasses.map((name) => ({ value: name, label: words.classes[name] }))}
      />
      <OptionalDay
        label={`${words.asOf} ${words.today}`}
        hint={words.asOfHint}
        value={values.asOf}
        onChange={(asOf) => set({ asOf })}
      />
    </>
  );
}
