import { Button } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { SheetForm } from '#app/stock/sheet-form.ts';
import { useText } from '../../ui/language.tsx';
import { isSaid } from './problem-texts.ts';
import { gaps, sheetTotals } from './sheet-totals.ts';
import type { SheetLine } from './sheet-state.ts';
import type { SheetPreview } from './use-preview.ts';
import classes from './editor.module.css';

interface EditorFootProps {
  readonly lines: readonly SheetLine[];
  readonly form: SheetForm;
  readonly preview: SheetPreview;
  readonly strict: boolean;
  readonly isBusy: boolean;
  readonly onAdd: () => void;
  readonly onSave: () => void;
  readonly onPost: () => void;
  /** Goes to the first thing that is wrong. */
  readonly onProblem: () => void;
}

/** Totals, what is not right yet, saving and posting. */
export function EditorFoot(props: EditorFootProps) {
  const words = useText().documents;
  const totals = sheetTotals(props.lines);
  return (
    <div className={classes['foot']}>
      {props.form.isArrival ? null : (
        <Button variant="subtle" leftSection={<IconPlus size={16} stroke={1.5} />} onClick={props.onAdd}>
          {words.addLine}
        </Button>
      )}
      <span className={classes['totals']} data-totals>
        {words.lines({ lines: totals.lines, units: formatQuantity(totals.units) })}
      </span>
      {totals.amount === null ? null : (
        <span className={classes['totals']}>{words.amount({ amount: formatFen(fen(totals.amount)) })}</span>
      )}
      <Counts {...props} />
      <span className={classes['hint']} title={words.hint}>
        {words.hint}
      </span>
      <div className={classes['footEnd']}>
        <Button variant="default" onClick={props.onSave} loading={props.isBusy}>
          {words.saveDraft}
          <span className={classes['key']}>{words.saveDraftKey}</span>
        </Button>
        <Button onClick={props.onPost} loading={props.isBusy}>
          {words.post}
          <span className={classes['key']}>{words.postKey}</span>
        </Button>
      </div>
    </div>
  );
}

function Counts({ lines, preview, strict, onProblem }: EditorFootProps) {
  const words = useText().documents;
  const problems = [...preview.head, ...[...preview.lines.values()].flatMap((line) => line.problems)].filter(
    (problem) => isSaid(problem, strict),
  );
  const errors = problems.filter(({ severity }) => severity === 'error').length + (strict ? gaps(lines) : 0);
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (errors + warnings === 0) return null;
  return (
    <span className={classes['counts']} role="status">
      {errors === 0 ? null : (
        <button
          type="button"
          className={`${classes['countButton']} ${classes['bad']}`}
          onClick={onProblem}
          data-errors
        >
          <IconAlertCircle size={16} stroke={1.75} aria-hidden />
          {words.errors({ count: errors })}
        </button>
      )}
      {warnings === 0 ? null : (
        <span className={`${classes['countButton']} ${classes['warn']}`}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          {words.warnings({ count: warnings })}
        </span>
      )}
    </span>
  );
}
