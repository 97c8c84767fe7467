import { Checkbox, SegmentedControl } from '@mantine/core';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ImportOptions } from '#app/exchange/plan-types.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import type { ImportWork } from './import-work.ts';
import { replan, wishOf } from './run-import.ts';
import classes from './check.module.css';

interface DecisionsProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview;
}

/** What only the person can say: whether stock may go below nothing, and what becomes of counts that the file goes behind. */
export function Decisions({ work, overview }: DecisionsProps) {
  const t = useText();
  const words = t.imports.check;
  const wish = wishOf(overview, work.wish);
  const { allowNegative, anchors } = wish.options;
  const { blocked, crossed } = overview.effect;
  const change = (options: Partial<ImportOptions>): void =>
    void replan({ ...wish, options: { ...wish.options, ...options } });
  const asksNegative = blocked > 0 || allowNegative;
  const asksAnchors = crossed > 0 || anchors !== 'refuse';
  if (!asksNegative && !asksAnchors) return null;
  return (
    <section className={classes['decisions']} aria-label={words.decisions}>
      <span className={classes['figureLabel']}>{words.decisions}</span>
      {asksNegative ? (
        <Checkbox
          checked={allowNegative}
          onChange={(event) => change({ allowNegative: event.currentTarget.checked })}
          label={words.allowNegative}
          description={words.allowNegativeHint}
          data-allow-negative
        />
      ) : null}
      {asksAnchors ? (
        <div className={classes['decision']}>
          <span>{words.anchors({ count: formatQuantity(crossed) })}</span>
          <SegmentedControl
            size="xs"
            aria-label={words.anchors({ count: formatQuantity(crossed) })}
            data={[
              { value: 'keep', label: words.anchorsKeep },
              { value: 'change', label: words.anchorsChange },
            ]}
            value={anchors === 'refuse' ? '' : anchors}
            onChange={(value) => change({ anchors: value === 'keep' ? 'keep' : 'change' })}
            data-anchors
          />
          {anchors === 'keep' ? <span className={classes['figureNote']}>{words.anchorsKeepHint}</span> : null}
        </div>
      ) : null}
    </section>
  );
}
