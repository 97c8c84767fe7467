import { Chip } from '@mantine/core';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import classes from './orders.module.css';

export interface OrderView {
  /** As the address names it. */
  readonly key: string;
  readonly label: string;
  /** Undefined while it is being counted. */
  readonly count: number | undefined;
  readonly filters: Readonly<Record<string, string>>;
  /** Only shown where there is something. */
  readonly urgent?: boolean;
}

interface OrderChipsProps {
  readonly views: readonly OrderView[];
  readonly view: string;
  readonly onView: (view: string) => void;
}

/** States as chips, each with how many orders are in it. */
export function OrderChips({ views, view, onView }: OrderChipsProps) {
  const words = useText().orders.chips;
  const shown = views.filter(({ key, urgent, count }) => urgent !== true || key === view || (count ?? 0) > 0);
  return (
    <Chip.Group value={view} onChange={(next) => onView(next)}>
      <div className={classes['chips']} role="radiogroup" aria-label={words.label}>
        {shown.map(({ key, label, count, urgent }) => (
          <Chip
            key={key}
            value={key}
            size="xs"
            radius="sm"
            data-view={key}
            {...(urgent === true ? { color: 'red' } : {})}
          >
            {count === undefined ? label : words.withCount({ name: label, count: formatQuantity(count) })}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  );
}

/** The view that a link asks for, such as `?view=overdue`. */
export function viewIn(search: string): string {
  return new URLSearchParams(search).get('view') ?? 'all';
}
