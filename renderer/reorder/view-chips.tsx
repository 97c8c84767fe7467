import { Chip } from '@mantine/core';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ReorderPlanView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';
import classes from './reorder.module.css';

export type LineView = keyof ReorderPlanView['counts'];
const views: readonly LineView[] = ['all', 'toOrder', 'late', 'edited', 'dropped'];

/** The view that a link asks for, such as `/reorder?view=late`. */
export function viewIn(search: string): LineView | undefined {
  const asked = new URLSearchParams(search).get('view');
  return views.find((view) => view === asked);
}

interface ViewChipsProps {
  readonly counts: ReorderPlanView['counts'];
  readonly view: LineView;
  readonly onView: (view: LineView) => void;
}

export function ViewChips({ counts, view, onView }: ViewChipsProps) {
  const t = useText();
  const words = t.reorder.views;
  return (
    <Chip.Group value={view} onChange={(next) => onView(next)}>
      <div className={classes['chips']} role="radiogroup" aria-label={words.label}>
        {views.map((one) => (
          <Chip key={one} value={one} size="xs" radius="sm" data-view={one}>
            {words.withCount({ name: words[one], count: formatQuantity(counts[one]) })}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  );
}
