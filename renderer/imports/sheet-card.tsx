import type { SheetGuess } from '#app/exchange/plan-types.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import classes from './recognise.module.css';

/** Above this, a guess needs no second look. */
const sureFrom = 0.9;
const likelyFrom = 0.6;

export function Confidence({ value }: { readonly value: number }) {
  const t = useText();
  const words = t.imports.recognise;
  const title = words.confidence({ percent: Math.round(value * 100) });
  if (value >= sureFrom)
    return (
      <span title={title}>
        <StatusBadge tone="good">{words.sure}</StatusBadge>
      </span>
    );
  if (value >= likelyFrom)
    return (
      <span title={title}>
        <StatusBadge tone="info">{words.likely}</StatusBadge>
      </span>
    );
  return (
    <span title={title}>
      <StatusBadge tone="warn">{words.unsure}</StatusBadge>
    </span>
  );
}

interface SheetCardProps {
  readonly guess: SheetGuess;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** One sheet: what it holds, how many rows, how sure that is. */
export function SheetCard({ guess, selected, onSelect }: SheetCardProps) {
  const t = useText();
  const words = t.imports.recognise;
  const ignored = guess.kind === 'other';
  return (
    <button
      type="button"
      className={classes['sheetCard']}
      aria-pressed={selected}
      aria-label={words.selectSheet({ name: guess.name })}
      onClick={onSelect}
      data-sheet={guess.name}
    >
      <span className={classes['sheetName']}>{guess.name}</span>
      <span className={classes['sheetFacts']}>
        {ignored ? (
          <StatusBadge tone="quiet" icon="ban">
            {words.ignored}
          </StatusBadge>
        ) : (
          <span>{t.sheets.kinds[guess.kind]}</span>
        )}
        <span>{words.rows({ count: formatQuantity(guess.dataRows) })}</span>
        {ignored ? null : guess.missing.length > 0 ? (
          <StatusBadge tone="bad">{words.missingTitle}</StatusBadge>
        ) : (
          <Confidence value={guess.confidence} />
        )}
      </span>
    </button>
  );
}
