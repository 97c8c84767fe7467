import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../../ui/language.tsx';
import { countGaps, totalsOf } from './order-form.ts';
import type { OrderEditing } from './use-order-form.ts';
import type { OrderPreview } from './use-order-preview.ts';
import frame from '../../ui/typing/editor.module.css';
import classes from './editor.module.css';

interface OrderFootProps {
  readonly editing: OrderEditing;
  readonly preview: OrderPreview;
  readonly strict: boolean;
  /** Buttons, the main one last. */
  readonly children: ReactNode;
}

/** Totals, what is not right yet, and saving. */
export function OrderFoot({ editing, preview, strict, children }: OrderFootProps) {
  const words = useText().orders.editor;
  const { lines } = editing.form;
  const totals = totalsOf(lines);
  const wrong = countErrors(preview) + countGaps(lines);
  return (
    <div className={frame['foot']}>
      <Button variant="subtle" leftSection={<IconPlus size={16} stroke={1.5} />} onClick={editing.addLine}>
        {words.addLine}
      </Button>
      <span className={frame['totals']} data-totals>
        {words.totals({
          lines: totals.lines,
          units: formatQuantity(totals.units),
          amount: formatFen(fen(totals.amount)),
        })}
      </span>
      {strict && wrong > 0 ? (
        <span className={classes['wrong']} role="alert">
          {words.fix({ count: wrong })}
        </span>
      ) : null}
      <span className={frame['hint']} title={words.hint}>
        {words.hint}
      </span>
      <div className={frame['footEnd']}>{children}</div>
    </div>
  );
}

export function countErrors({ head, lines }: OrderPreview): number {
  return [...head, ...[...lines.values()].flat()].filter(({ severity }) => severity === 'error').length;
}

/** The key that does it, on the button. */
export function KeyHint({ children }: { readonly children: string }) {
  return <span className={frame['key']}>{children}</span>;
}
