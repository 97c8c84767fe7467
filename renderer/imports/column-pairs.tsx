import { Select } from '@mantine/core';
import { columnsOf } from '#app/exchange/columns.ts';
import type { Field } from '#app/exchange/kinds.ts';
import type { ColumnGuess, SheetGuess } from '#app/exchange/plan-types.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { Confidence } from './sheet-card.tsx';
import classes from './recognise.module.css';

interface ColumnPairsProps {
  readonly guess: SheetGuess;
  /** What was chosen and is perhaps still being read. */
  readonly chosen: Readonly<Record<number, Field | null>> | undefined;
  readonly onField: (index: number, field: Field | null) => void;
}

/** Each column of the file beside the field it is taken for, with three values to judge by. */
export function ColumnPairs({ guess, chosen, onField }: ColumnPairsProps) {
  const t = useText();
  const words = t.imports.recognise;
  return (
    <table className={classes['pairs']}>
      <colgroup>
        <col style={{ width: 36 }} />
        <col className={classes['headerColumn']} />
        <col />
        <col style={{ width: 180 }} />
        <col className={classes['whyColumn']} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {words.column}
          </th>
          <th scope="col">{words.samples}</th>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {guess.columns.map((column) => (
          <Pair
            key={column.index}
            guess={guess}
            column={column}
            wished={chosen?.[column.index]}
            onField={onField}
          />
        ))}
      </tbody>
    </table>
  );
}

interface PairProps {
  readonly guess: SheetGuess;
  readonly column: ColumnGuess;
  readonly wished: Field | null | undefined;
  readonly onField: (index: number, field: Field | null) => void;
}

const leftOut = '-';

function Pair({ guess, column, wished, onField }: PairProps) {
  const t = useText();
  const words = t.imports.recognise;
  const field = wished === undefined ? column.field : wished;
  const header = column.header === '' ? words.noHeaderText : column.header;
  const twice =
    field !== null && guess.columns.some((other) => other.index !== column.index && other.field === field);
  const reason =
    field === null && column.reason === 'none'
      ? undefined
      : t.sheets.reasons[wished === undefined ? column.reason : 'person'];
  const data = [
    { value: leftOut, label: words.noField },
    ...columnsOf(guess.kind).map((spec) => ({ value: spec.field, label: t.sheets.fields[spec.field] })),
  ];
  return (
    <tr data-mapped={field !== null}>
      <td className={classes['letter']}>{column.letter}</td>
      <th scope="row">{header}</th>
      <td className={classes['samples']}>
        {column.samples.length === 0 ? (
          <em>{words.emptyColumn}</em>
        ) : (
          column.samples.map((sample, index) => (
            // eslint-disable-next-line react/no-array-index-key -- samples are distinct and never reorder
            <span key={index} title={sample}>
              {sample}
            </span>
          ))
        )}
      </td>
      <td>
        <Select
          data={data}
          value={field ?? leftOut}
          allowDeselect={false}
          searchable
          size="xs"
          aria-label={words.fieldOf({ column: header })}
          error={twice ? words.usedTwice({ field: t.sheets.fields[field] }) : undefined}
          onChange={(value) => {
            const next = value === leftOut ? null : (value as Field | null);
            if (next !== field) onField(column.index, next);
          }}
          data-column={column.letter}
        />
      </td>
      <td>
        <span className={classes['why']} title={reason}>
          {field === null ? (
            <StatusBadge tone="quiet">{words.ignored}</StatusBadge>
          ) : column.reason === 'person' || wished !== undefined ? null : (
            <Confidence value={column.confidence} />
          )}
          <span className={classes['quiet']}>{reason}</span>
        </span>
      </td>
    </tr>
  );
}
