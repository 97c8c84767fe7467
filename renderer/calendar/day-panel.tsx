import { ActionIcon, Button, Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { isoWeekday } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { DaySaying } from './day-saying.tsx';
import { discountText } from './discount-text.ts';
import { itemsOn, monthItems } from './month-items.ts';
import type { Month, MonthDay, MonthItem } from './month-items.ts';
import type { FormToOpen } from './open-form.tsx';
import classes from './calendar.module.css';

interface DayPanelProps {
  readonly month: Month;
  readonly day: BusinessDay;
  readonly onForm: (form: FormToOpen) => void;
}

/** All that is known of one day, and what can be said of it. */
export function DayPanel({ month, day, onForm }: DayPanelProps) {
  const t = useText();
  const words = t.calendar.day;
  const one = month.days.find((known) => known.day === day);
  const items = itemsOn(monthItems(month), day);
  return (
    <aside className={classes['panel']} aria-label={day} data-panel={day}>
      <div>
        <h2>
          {day} {t.calendar.weekdays[isoWeekday(day) - 1]}
        </h2>
        {one === undefined ? null : <WeatherLine one={one} city={month.city} />}
      </div>
      {one === undefined ? null : <DaySaying key={day} one={one} />}
      {items.length === 0 ? <div className={classes['quiet']}>{words.nothing}</div> : null}
      <ItemList title={words.promotions} items={items.filter(isOf('promotion'))} onForm={onForm} />
      <ItemList title={words.events} items={items.filter(isOf('event'))} onForm={onForm} />
      <ItemList title={words.closures} items={items.filter(isOf('closure'))} onForm={onForm} />
      <Group gap={6}>
        {(['promotion', 'event', 'closure'] as const).map((kind) => (
          <Button
            key={kind}
            size="compact-sm"
            variant="default"
            onClick={() => onForm({ kind, day })}
            data-add={kind}
          >
            {{ promotion: words.addPromotion, event: words.addEvent, closure: words.addClosure }[kind]}
          </Button>
        ))}
      </Group>
    </aside>
  );
}

const isOf = (tone: MonthItem['tone']) => (item: MonthItem) => item.tone === tone;

function WeatherLine({ one: { weather }, city }: { readonly one: MonthDay; readonly city: string }) {
  const t = useText().calendar.weather;
  if (weather === null) return null;
  const { source, high, low, condition, warning } = weather;
  const hint = { observed: t.observedHint, forecast: t.forecastHint, usual: t.usualHint }[source];
  const degrees =
    source === 'usual'
      ? t.usual({ degrees: String(high ?? '') })
      : t.observed({ high: String(high ?? ''), low: String(low ?? '') });
  return (
    <div className={classes['quiet']}>
      {[city, degrees, condition, warning, hint].filter((text) => text !== '').join(' · ')}
    </div>
  );
}

interface ItemListProps {
  readonly title: string;
  readonly items: readonly MonthItem[];
  readonly onForm: (form: FormToOpen) => void;
}

function ItemList({ title, items, onForm }: ItemListProps) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className={classes['list']}>
        {items.map((item) => (
          <ItemLine key={item.key} item={item} onForm={onForm} />
        ))}
      </ul>
    </div>
  );
}

function ItemLine({ item, onForm }: { readonly item: MonthItem } & Pick<ItemListProps, 'onForm'>) {
  const t = useText().calendar.day;
  const form: FormToOpen | null =
    item.tone === 'promotion'
      ? { kind: 'promotion', id: item.promotion.id }
      : item.tone === 'event' && item.event.added !== null
        ? { kind: 'event', event: item.event }
        : null;
  const discount = item.tone === 'promotion' && item.promotion.discount !== null;
  const text = discount ? `${item.name} −${discountText(item.promotion.discount)}` : item.name;
  return (
    <li>
      <span className={classes['dot']} data-tone={item.tone} aria-hidden />
      {form === null ? (
        <span className={classes['open']} style={{ cursor: 'default', textDecoration: 'none' }}>
          {text}
        </span>
      ) : (
        <button
          type="button"
          className={classes['open']}
          title={t.edit({ name: item.name })}
          onClick={() => onForm(form)}
        >
          {text}
        </button>
      )}
      <RemoveItem item={item} />
    </li>
  );
}

/** Events and closures that people added are removed here; promotions are cancelled in their form. */
function RemoveItem({ item }: { readonly item: MonthItem }) {
  const t = useText().calendar.day;
  const added = item.tone === 'event' ? item.event.added : null;
  const remove =
    item.tone === 'closure'
      ? () => removeClosure(item.closure)
      : added !== null
        ? () => removeEvent(added)
        : null;
  if (remove === null) return null;
  const run = async (): Promise<void> => {
    try {
      const restore = await remove();
      await invalidate('calendar', 'replenishment');
      notifyUndo(t.removed({ name: item.name }), async () => {
        await restore();
        await invalidate('calendar', 'replenishment');
      });
    } catch (error) {
      notifyFailure(error);
    }
  };
  const label = t.remove({ name: item.name });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      title={label}
      onClick={() => void run()}
    >
      <IconTrash size={14} stroke={1.5} />
    </ActionIcon>
  );
}

type Restore = () => Promise<unknown>;

async function removeClosure({ id, version }: { id: string; version: number }): Promise<Restore> {
  const before = await mutate('calendar.removeClosure', { id, version });
  return () => mutate('calendar.addClosure', { ...before });
}

async function removeEvent(added: { id: string; version: number }): Promise<Restore> {
  const { name, kind, firstDay, lastDay } = await mutate('calendar.removeEvent', { ...added });
  return () => mutate('calendar.saveEvent', { name, kind, firstDay, lastDay, seen: null });
}
