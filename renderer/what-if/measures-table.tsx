import { Table } from '@mantine/core';
import { formatFen } from '#app/core/fen.ts';
import type { Fen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { comparedNames, measureRows, measuresOf } from '#app/what-if/measure-rows.ts';
import type { ComparedName, MeasureRow } from '#app/what-if/measure-rows.ts';
import type { WhatIfResult } from '#app/what-if/types.ts';
import { useText } from '../ui/language.tsx';
import classes from './what-if.module.css';

/** A measure a row, a rule a column. */
export function MeasuresTable({ result }: { readonly result: WhatIfResult }) {
  const words = useText().whatIf;
  return (
    <div className={classes['scroll']}>
      <Table className={classes['measures'] ?? ''} verticalSpacing={4} horizontalSpacing={10}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.measure}</Table.Th>
            {comparedNames.map((name) => (
              <Table.Th key={name} ta="right" title={words.ruleHints[name]}>
                {words.rules[name]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {measureRows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row">{words.rows[row.key]}</Table.Th>
              {comparedNames.map((name) => (
                <Table.Td key={name} ta="right" data-measure={`${name}.${row.key}`}>
                  <Measure result={result} name={name} row={row} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface MeasureProps {
  readonly result: WhatIfResult;
  readonly name: ComparedName;
  readonly row: MeasureRow;
}

function Measure({ result, name, row: { key, kind } }: MeasureProps) {
  const t = useText();
  const measures = measuresOf(result, name);
  const value = measures?.[key] ?? null;
  if (measures === null || value === null) {
    return (
      <span className={classes['quiet']} title={measures === null ? t.whatIf.notThere : t.whatIf.unknown}>
        {t.kit.none}
      </span>
    );
  }
  return <>{textOf(value, kind)}</>;
}

function textOf(value: number, kind: MeasureRow['kind']): string {
  if (kind === 'share') return `${(value * 100).toFixed(1)}%`;
  if (kind === 'days') return value.toFixed(1);
  return kind === 'money' ? formatFen(value as Fen).slice(0, -3) : formatQuantity(Math.round(value));
}
