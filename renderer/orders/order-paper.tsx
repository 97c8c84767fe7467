import { formatFen } from '#app/core/fen.ts';
import type { Fen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import type { ShownLine } from './line-columns.tsx';
import classes from './orders.module.css';

interface OrderPaperProps {
  readonly title: string;
  readonly head: readonly { readonly label: string; readonly value: string | null }[];
  readonly lines: readonly (ShownLine & { readonly barcode: string | null })[];
  readonly amount: Fen;
  readonly note: string;
  readonly signatures: readonly string[];
}

/** An order on A4, as it is handed over; only on paper. */
export function OrderPaper({ title, head, lines, amount, note, signatures }: OrderPaperProps) {
  const t = useText();
  const { columns: names, total } = t.orders;
  const { data: settings } = useApiQuery('settings.get');
  const distributor = settings?.distributorName ?? '';
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <section className={classes['paper']}>
      <h1>{distributor === '' ? title : `${distributor} ${title}`}</h1>
      <div className={classes['paperHead']}>
        {head.map(({ label, value }) => (
          <span key={label}>
            {label} {value === null || value === '' ? t.kit.none : value}
          </span>
        ))}
      </div>
      <table>
        <thead>
          <tr>
            <th className={classes['right']}>{names.line}</th>
            <th>{names.code}</th>
            <th>{t.lists.columns.barcode}</th>
            <th>{names.name}</th>
            <th>{names.unit}</th>
            <th className={classes['right']}>{t.lists.columns.quantity}</th>
            <th className={classes['right']}>{names.price}</th>
            <th className={classes['right']}>{names.amount}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <td className={classes['right']}>{line.line}</td>
              <td>{line.code}</td>
              <td>{line.barcode}</td>
              <td>{line.name}</td>
              <td>{line.unit}</td>
              <td className={classes['right']}>{formatQuantity(line.quantity)}</td>
              <td className={classes['right']}>{line.unitPrice === null ? '' : formatFen(line.unitPrice)}</td>
              <td className={classes['right']}>{line.amount === null ? '' : formatFen(line.amount)}</td>
            </tr>
          ))}
          <tr>
            <td colSpan={5}>{total}</td>
            <td className={classes['right']}>{formatQuantity(units)}</td>
            <td className={classes['right']} colSpan={2}>
              {formatFen(amount)}
            </td>
          </tr>
        </tbody>
      </table>
      {note === '' ? null : (
        <p>
          {names.note} {note}
        </p>
      )}
      <div className={classes['signatures']}>
        {signatures.map((who) => (
          <span key={who}>{who}</span>
        ))}
      </div>
    </section>
  );
}
