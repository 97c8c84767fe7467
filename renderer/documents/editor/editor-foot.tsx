import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconPlus } from '@tabler/icons-react';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { SheetForm } from '#app/stock/sheet-form.ts';
import { useText } from '../../ui/language.tsx';
import { sheetTotals } from './sheet-totals.ts';
import type { SheetLine } from './sheet-state.ts';
import frame from '../../ui/typing/editor.module.css';

interface EditorFootProps {
  readonly lines: readonly SheetLine[];
  readonly form: SheetForm;
  /** What is not right, as a list. */
  readonly problems: ReactNode;
  readonly isBusy: boolean;
  readonly onAdd: () => void;
  readonly onSave: () => void;
  readonly onPost: () => void;
}

/** Totals, what is not right yet, saving and posting. */
export function EditorFoot(props: EditorFootProps) {
  const words = useText().documents;
  const totals = sheetTotals(props.lines);
  return (
    <div className={frame['foot']}>
      {props.form.isArrival ? null : (
        <Button
          variant="subtle"
          flex="none"
          leftSection={<IconPlus size={16} stroke={1.5} />}
          onClick={props.onAdd}
        >
          {words.addLine}
        </Button>
      )}
      <span className={frame['totals']} data-totals>
        {words.lines({ lines: totals.lines, units: formatQuantity(totals.units) })}
      </span>
      {totals.amount === null ? null : (
        <span className={frame['totals']}>{words.amount({ amount: formatFen(fen(totals.amount)) })}</span>
      )}
      {props.problems}
      <span className={frame['hint']} title={words.hint}>
        {words.hint}
      </span>
      <div className={frame['footEnd']}>
        <Button variant="default" onClick={props.onSave} loading={props.isBusy}>
          {words.saveDraft}
          <span className={frame['key']}>{words.saveDraftKey}</span>
        </Button>
        <Button onClick={props.onPost} loading={props.isBusy}>
          {words.post}
          <span className={frame['key']}>{words.postKey}</span>
        </Button>
      </div>
    </div>
  );
}
