import { Select } from '@mantine/core';
import { mutate } from '../api/client.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';

/** Whose weather counts: one of the cities of which some was imported. */
export function CityField() {
  const t = useText().calendar;
  const settings = useApiQuery('settings.get');
  const cities = useApiQuery('calendar.cities');
  const current = settings.data?.weatherCity ?? '';
  const names = new Set([...(cities.data ?? []).map(({ city }) => city), current]);
  names.delete('');
  const write = async (weatherCity: string): Promise<void> => {
    await mutate('settings.save', { weatherCity });
    await invalidate('settings', 'calendar');
  };
  const save = async (city: string): Promise<void> => {
    try {
      await write(city);
      notifyUndo(t.citySaved({ city: city === '' ? t.noCity : city }), () => write(current));
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Select
      aria-label={t.city}
      title={t.cityHint}
      w={124}
      allowDeselect={false}
      searchable={names.size > 8}
      value={current}
      data={[{ value: '', label: t.noCity }, ...[...names].map((name) => ({ value: name, label: name }))]}
      onChange={(city) => void save(city ?? '')}
      data-city
    />
  );
}
