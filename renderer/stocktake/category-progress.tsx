import { Progress, UnstyledButton } from '@mantine/core';
import { formatQuantity } from '#app/core/quantity.ts';
import type { CountProgress } from '#app/stock/count-states.ts';
import { useText } from '../ui/language.tsx';
import classes from './stocktake.module.css';

interface CategoryProgressProps {
  readonly categories: readonly (CountProgress & { readonly category: string })[];
  readonly chosen: string | null;
  readonly onChoose: (category: string | null) => void;
}

/** How far each category is; choosing one shows only its lines. */
export function CategoryProgress({ categories, chosen, onChoose }: CategoryProgressProps) {
  const words = useText().stocktake;
  const all = categories.reduce(
    (sum, { counted, lines }) => ({ counted: sum.counted + counted, lines: sum.lines + lines }),
    { counted: 0, lines: 0 },
  );
  return (
    <nav className={classes['categories']} aria-label={words.progress.title}>
      <Entry name={words.progress.all} {...all} isChosen={chosen === null} onChoose={() => onChoose(null)} />
      {categories.map(({ category, counted, lines }) => (
        <Entry
          key={category}
          name={category === '' ? words.create.noCategory : category}
          counted={counted}
          lines={lines}
          isChosen={chosen === category}
          onChoose={() => onChoose(chosen === category ? null : category)}
        />
      ))}
    </nav>
  );
}

interface EntryProps {
  readonly name: string;
  readonly counted: number;
  readonly lines: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Entry({ name, counted, lines, isChosen, onChoose }: EntryProps) {
  const words = useText().stocktake;
  const text = words.progressText({ counted: formatQuantity(counted), lines: formatQuantity(lines) });
  return (
    <UnstyledButton
      className={`${classes['category']} ${isChosen ? classes['categoryChosen'] : ''}`}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <span className={classes['categoryHead']}>
        <span className={classes['categoryName']}>{name}</span>
        <span className={classes['categoryCount']}>{text}</span>
      </span>
      <Progress value={lines === 0 ? 0 : (counted / lines) * 100} size={4} aria-label={`${name} ${text}`} />
    </UnstyledButton>
  );
}
