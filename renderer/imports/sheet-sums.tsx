import { formatQuantity } from '#app/core/quantity.ts';
import type { SheetSummary } from '#app/exchange/plan-types.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import classes from './check.module.css';

const counts = ['rows', 'accepted', 'corrected', 'duplicates', 'rejected', 'warnings'] as const;
type Sum = Readonly<Record<(typeof counts)[number], number>>;

/** All imported sheets together. */
export function sumOf(sheets: readonly SheetSummary[]): Sum {
  const sum = { rows: 0, accepted: 0, corrected: 0, duplicates: 0, rejected: 0, warnings: 0 };
  for (const sheet of sheets)
    if (sheet.kind !== 'other') for (const count of counts) sum[count] += sheet[count];
  return sum;
}

interface SheetSumsProps {
  readonly overview: ImportOverview;
  readonly selected: string | null;
  readonly onSelect: (sheet: string | null) => void;
}

/** Where every row goes: accepted + duplicates + rejected = rows, sheet by sheet. */
export function SheetSums({ overview, selected, onSelect }: SheetSumsProps) {
  const t = useText();
  const words = t.imports.check;
  const sum = sumOf(overview.sheets);
  const used = overview.sheets.filter((sheet) => sheet.kind !== 'other');
  return (
    <table className={classes['sums']} aria-label={words.sheetsTitle}>
      <thead>
        <tr>
          <th scope="col">{words.sheet}</th>
          <th scope="col">{words.kind}</th>
          {counts.map((count) => (
            <th key={count} scope="col" className={classes['numeric']}>
              {words[count]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {overview.sheets.map((sheet) => (
          <tr key={sheet.name} data-selected={sheet.name === selected} data-sheet={sheet.name}>
            <th scope="row">
              {sheet.kind === 'other' ? (
                sheet.name
              ) : (
                <button type="button" onClick={() => onSelect(sheet.name === selected ? null : sheet.name)}>
                  {sheet.name}
                </button>
              )}
            </th>
            <td>
              {sheet.kind === 'other'
                ? words.ignoredSheet({ count: formatQuantity(sheet.ignored) })
                : t.sheets.kinds[sheet.kind]}
            </td>
            {counts.map((count) => (
              <Count key={count} name={count} value={sheet.kind === 'other' ? null : sheet[count]} />
            ))}
          </tr>
        ))}
      </tbody>
      {used.length < 2 ? null : (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {words.total}
            </th>
            {counts.map((count) => (
              <Count key={count} name={count} value={sum[count]} />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Count({ name, value }: { readonly name: (typeof counts)[number]; readonly value: number | null }) {
  const bad = name === 'rejected' && value !== null && value > 0;
  return (
    <td
      className={`${classes['numeric']} ${bad ? classes['bad'] : value === 0 ? classes['quiet'] : ''}`}
      data-count={name}
    >
      {value === null ? '' : formatQuantity(value)}
    </td>
  );
}
