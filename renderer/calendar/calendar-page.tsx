import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { BusinessDay } from '#app/core/business-day.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { localToday } from '../ui/local-today.ts';
import { Page } from '../ui/page.tsx';
import { QueryState } from '../ui/states.tsx';
import { CalendarTabs } from './calendar-tabs.tsx';
import { DayPanel } from './day-panel.tsx';
import { MonthGrid } from './month-grid.tsx';
import { monthItems } from './month-items.ts';
import type { Month, MonthItem } from './month-items.ts';
import { MonthToolbar } from './month-toolbar.tsx';
import { OpenForm } from './open-form.tsx';
import type { FormToOpen } from './open-form.tsx';
import { dayAfterKey, inOtherMonth } from './walk-days.ts';
import classes from './calendar.module.css';

/** 日历: public holidays, what people added, promotions and weather, month by month. */
export function CalendarPage() {
  const t = useText();
  const today = localToday();
  const [selected, setSelected] = useHistoryState<BusinessDay>('calendar.day', () => today);
  const month = useApiQuery('calendar.month', { month: selected.slice(0, 7) }, { keepPrevious: true });
  const [form, setForm] = useState<FormToOpen | null>(null);
  const onKey = (key: string): boolean => {
    const next = dayAfterKey(key, selected, today);
    const name = key.toLowerCase();
    if (next !== null) setSelected(next);
    else if (name === 'n') setForm({ kind: 'promotion', day: selected });
    else if (name === 'e') setForm({ kind: 'event', day: selected });
    else return false;
    return true;
  };
  return (
    <Page title={t.calendar.title} actions={<CalendarTabs />} flush>
      <div className={classes['page']}>
        <div className={classes['main']}>
          <MonthToolbar
            month={selected.slice(0, 7)}
            onMonth={(step) => setSelected(inOtherMonth(selected, step))}
            onToday={() => setSelected(today)}
            onAdd={() => setForm({ kind: 'promotion', day: selected })}
          />
          <QueryState query={month} skeletonRows={12}>
            {(shown) => (
              <MonthBody
                month={shown}
                today={today}
                selected={selected}
                onSelect={setSelected}
                onForm={setForm}
                onKey={onKey}
              />
            )}
          </QueryState>
        </div>
        {month.data === undefined ? <div /> : <DayPanel month={month.data} day={selected} onForm={setForm} />}
      </div>
      {form === null ? null : <OpenForm form={form} onClose={() => setForm(null)} />}
    </Page>
  );
}

interface MonthBodyProps {
  readonly month: Month;
  readonly today: BusinessDay;
  readonly selected: BusinessDay;
  readonly onSelect: (day: BusinessDay) => void;
  readonly onForm: (form: FormToOpen) => void;
  readonly onKey: (key: string) => boolean;
}

function MonthBody({ month, today, selected, onSelect, onForm, onKey }: MonthBodyProps) {
  const t = useText().calendar;
  const open = (item: MonthItem): void => {
    onSelect(item.firstDay > (month.days[0]?.day ?? '') ? item.firstDay : selected);
    if (item.tone === 'promotion') onForm({ kind: 'promotion', id: item.promotion.id });
    else if (item.tone === 'event' && item.event.added !== null) onForm({ kind: 'event', event: item.event });
  };
  return (
    <>
      {month.unknownYear === null ? null : (
        <Alert color="yellow" variant="light" py={8} icon={<IconInfoCircle size={16} />} data-unknown-year>
          {t.unknownYear({ year: month.unknownYear })}
        </Alert>
      )}
      <MonthGrid
        month={month}
        items={monthItems(month)}
        today={today}
        selected={selected}
        onSelect={onSelect}
        onOpen={open}
        onKey={onKey}
      />
      <div className={classes['quiet']}>{t.keys}</div>
    </>
  );
}
