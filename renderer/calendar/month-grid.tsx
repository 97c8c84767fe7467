import { useEffect, useRef } from 'react';
import type { BusinessDay } from '#app/core/business-day.ts';
import { useText } from '../ui/language.tsx';
import { DayCell } from './day-cell.tsx';
import { placeWeek } from './lanes.ts';
import type { Week } from './lanes.ts';
import type { Month, MonthDay, MonthItem } from './month-items.ts';
import classes from './calendar.module.css';

interface MonthGridProps {
  readonly month: Month;
  readonly items: readonly MonthItem[];
  readonly today: BusinessDay;
  readonly selected: BusinessDay;
  readonly onSelect: (day: BusinessDay) => void;
  readonly onOpen: (item: MonthItem) => void;
  /** A key was pressed on a day; true when it was used. */
  readonly onKey: (key: string) => boolean;
}

/** As many bars as fit below the number of a day at six weeks on a low screen. */
const lanes = 3;

/** A month in weeks from Monday on, what lasts as bars across its days. */
export function MonthGrid({ month, items, today, selected, onSelect, onOpen, onKey }: MonthGridProps) {
  const t = useText();
  const weeks = Array.from({ length: month.days.length / 7 }, (_, week) =>
    month.days.slice(week * 7, week * 7 + 7),
  );
  return (
    <div className={classes['grid']} role="grid" aria-label={t.calendar.title}>
      <div className={classes['weekdays']} role="row">
        {t.calendar.weekdays.map((name) => (
          <div key={name} role="columnheader">
            {name}
          </div>
        ))}
      </div>
      {weeks.map((days) => (
        <WeekRow
          key={days[0]?.day}
          days={days}
          week={placeWeek(days[0]?.day ?? today, items, lanes)}
          today={today}
          selected={selected}
          onSelect={onSelect}
          onOpen={onOpen}
          onKey={onKey}
        />
      ))}
    </div>
  );
}

interface WeekRowProps extends Pick<MonthGridProps, 'today' | 'selected' | 'onSelect' | 'onOpen' | 'onKey'> {
  readonly days: readonly MonthDay[];
  readonly week: Week<MonthItem>;
}

function WeekRow({ days, week, today, selected, onSelect, onOpen, onKey }: WeekRowProps) {
  const current = useRef<HTMLButtonElement>(null);
  const isHere = days.some(({ day }) => day === selected);
  useEffect(() => {
    // Only where the grid has the focus already: a key moved the day.
    if (isHere && document.activeElement?.hasAttribute('data-day') === true) current.current?.focus();
  }, [isHere, selected]);
  return (
    <div className={classes['week']} role="row">
      {days.map((one, column) => (
        <DayCell
          key={one.day}
          {...(one.day === selected ? { ref: current } : {})}
          one={one}
          isToday={one.day === today}
          isSelected={one.day === selected}
          isWeekend={column >= 5}
          hidden={week.hidden[column] ?? 0}
          onSelect={onSelect}
          onKey={onKey}
        />
      ))}
      <div className={classes['bars']}>
        {week.bars.map(({ item, column, span, lane, comesIn, goesOn }) => (
          <button
            key={item.key}
            type="button"
            tabIndex={-1}
            className={classes['bar']}
            data-tone={item.tone}
            data-comes-in={comesIn}
            data-goes-on={goesOn}
            title={`${item.name} ${item.firstDay} – ${item.lastDay}`}
            style={{ gridColumn: `${column + 1} / span ${span}`, gridRow: lane + 1 }}
            onClick={() => onOpen(item)}
          >
            {item.name}
          </button>
        ))}
      </div>
    </div>
  );
}
