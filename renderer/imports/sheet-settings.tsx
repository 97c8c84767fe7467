import { Alert, NumberInput, Select, Tooltip } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { sheetKinds } from '#app/exchange/kinds.ts';
import type { SheetChoice, SheetGuess } from '#app/exchange/plan-types.ts';
import { useText } from '../ui/language.tsx';
import classes from './recognise.module.css';

interface SheetSettingsProps {
  readonly guess: SheetGuess;
  readonly onChoice: (change: SheetChoice) => void;
}

/** What the sheet holds and where its header stands. */
export function SheetSettings({ guess, onChoice }: SheetSettingsProps) {
  const t = useText();
  const words = t.imports.recognise;
  const missing = guess.missing.map((field) => t.sheets.fields[field]).join(t.imports.undo.separator);
  return (
    <div className={classes['sheetSettings']}>
      <Select
        label={words.kind}
        data={sheetKinds.map((value) => ({ value, label: t.sheets.kinds[value] }))}
        value={guess.kind}
        allowDeselect={false}
        onChange={(value) => {
          if (value !== null && value !== guess.kind) onChoice({ kind: value });
        }}
        w={180}
        data-kind
      />
      {guess.kind === 'other' ? null : (
        <NumberInput
          key={guess.headerRow}
          label={words.headerRow}
          title={words.headerRowHint}
          defaultValue={guess.headerRow}
          min={1}
          allowDecimal={false}
          onBlur={(event) => {
            const row = Number(event.currentTarget.value);
            if (Number.isInteger(row) && row >= 1 && row !== guess.headerRow) onChoice({ headerRow: row });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
          w={96}
        />
      )}
      {guess.kind === 'other' || guess.skipped.length === 0 ? null : (
        <Tooltip multiline maw={420} label={<SkippedRows guess={guess} />} position="bottom-start">
          <span className={classes['skipped']} tabIndex={0}>
            {words.skipped({ count: guess.skipped.length })}
          </span>
        </Tooltip>
      )}
      {guess.missing.length === 0 || guess.kind === 'other' ? null : (
        <Alert
          icon={<IconAlertCircle size={16} stroke={1.5} />}
          color="red"
          variant="light"
          py={8}
          style={{ flexBasis: '100%' }}
        >
          {words.missing({ columns: missing })}
        </Alert>
      )}
    </div>
  );
}

function SkippedRows({ guess }: Pick<SheetSettingsProps, 'guess'>) {
  const t = useText();
  const shown = guess.skipped.slice(0, 12);
  return (
    <>
      {shown.map((row) => (
        <div key={row.row}>
          {t.imports.recognise.skippedRow({
            row: row.row,
            reason: t.sheets.skipped[row.reason],
            text: row.text,
          })}
        </div>
      ))}
    </>
  );
}
