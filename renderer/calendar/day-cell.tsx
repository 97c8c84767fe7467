import { IconCloudRain } from '@tabler/icons-react';
import type { Ref } from 'react';
import { rainOf } from '#app/calendar/weather.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { useText } from '../ui/language.tsx';
import type { MonthDay } from './month-items.ts';
import classes from './calendar.module.css';

interface DayCellProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly one: MonthDay;
  readonly isToday: boolean;
  readonly isSelected: boolean;
  readonly isWeekend: boolean;
  /** Things of this day for which there was no place. */
  readonly hidden: number;
  readonly onSelect: (day: BusinessDay) => void;
  readonly onKey: (key: string) => boolean;
}

/** A day of the month: its number, what it is called, its weather, and what found no place. */
export function DayCell({ ref, one, isToday, isSelected, isWeekend, hidden, onSelect, onKey }: DayCellProps) {
  const t = useText().calendar;
  const { day, named, inMonth } = one;
  const isOff = named === null ? isWeekend : named.kind === 'holiday';
  return (
    <button
      {...(ref === undefined ? {} : { ref })}
      type="button"
      role="gridcell"
      className={classes['day']}
      data-day={day}
      data-off={isOff}
      data-outside={!inMonth}
      data-today={isToday}
      aria-selected={isSelected}
      aria-label={`${day} ${named?.name ?? ''}`}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => onSelect(day)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
        if (onKey(event.key)) event.preventDefault();
      }}
    >
      <span className={classes['dayHead']}>
        <span className={classes['number']}>{Number(day.slice(8))}</span>
        {named === null ? null : (
          <>
            <span className={classes['mark']} data-kind={named.kind}>
              {named.kind === 'holiday' ? t.off : t.work}
            </span>
            <span className={classes['name']}>{named.name}</span>
          </>
        )}
        <WeatherText weather={one.weather} />
      </span>
      {hidden > 0 ? <span className={classes['hidden']}>{t.more({ count: hidden })}</span> : null}
    </button>
  );
}

function WeatherText({ weather }: Pick<MonthDay, 'weather'>) {
  const t = useText().calendar.weather;
  if (weather === null) return null;
  const { source, high, low, condition } = weather;
  const hint = { observed: t.observedHint, forecast: t.forecastHint, usual: t.usualHint }[source];
  const text =
    source === 'usual'
      ? t.usual({ degrees: String(high ?? '') })
      : t.observed({ high: String(high ?? ''), low: String(low ?? '') });
  return (
    <span className={classes['weather']} data-source={source} title={`${hint} ${condition}`.trim()}>
      {(rainOf(condition) ?? 0) >= 0.3 ? (
        <IconCloudRain size={12} stroke={1.75} aria-label={condition} />
      ) : null}
      {text}
    </span>
  );
}
