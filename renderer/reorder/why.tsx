import { formatQuantity } from '#app/core/quantity.ts';
import { partLabel } from '#app/replenishment/explain.ts';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';
import { isEdited } from './plan-after.ts';
import { barPlace, waterfallOf } from './waterfall.ts';
import type { Waterfall } from './waterfall.ts';
import classes from './panel.module.css';

type Kind = Parameters<typeof partLabel>[1];

interface BarRow {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** `+340`, `−120`: a real minus, and a sign on every part, because they are added up. */
export function signed(value: number): string {
  if (value === 0) return '0';
  return value < 0 ? `\u2212${formatQuantity(-value)}` : `+${formatQuantity(value)}`;
}

function signOf(kind: Kind, quantity: number): 'plus' | 'minus' | 'round' | 'total' {
  if (kind === 'total') return 'total';
  if (kind === 'moq' || kind === 'pack' || kind === 'enough') return 'round';
  return quantity < 0 ? 'minus' : 'plus';
}

/** 为什么是这个数量: every part as a bar that starts where the one before it ended, down to the suggestion. */
export function Why({
  line,
  serviceLevel,
}: {
  readonly line: ReorderLineView;
  readonly serviceLevel: number;
}) {
  const t = useText();
  const waterfall = waterfallOf(line.parts);
  const rows: BarRow[] = [
    ...waterfall.steps.map((step) => ({
      kind: step.kind,
      from: step.before,
      to: step.after,
      text: signed(step.quantity),
    })),
    { kind: 'total', from: 0, to: waterfall.total, text: `= ${formatQuantity(waterfall.total)}` },
  ];
  return (
    <section className={classes['block']}>
      <h3>{t.reorder.panel.why}</h3>
      <table className={classes['waterfall']} data-waterfall>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kind} data-total={row.kind === 'total'} data-part={row.kind}>
              <th scope="row">{partLabel(t.reorder.explanation, row.kind, line, serviceLevel)}</th>
              <td aria-hidden>
                <Bar row={row} scale={waterfall} />
              </td>
              <td>{row.text}</td>
            </tr>
          ))}
          <Decided line={line} />
        </tbody>
      </table>
    </section>
  );
}

function Bar({ row, scale }: { readonly row: BarRow; readonly scale: Waterfall }) {
  const { left, width } = barPlace(row.from, row.to, scale);
  return (
    <div className={classes['bar']}>
      {row.from === row.to ? null : (
        <span
          data-sign={signOf(row.kind, row.to - row.from)}
          style={{ left: `${left}%`, width: `${width}%` }}
        />
      )}
    </div>
  );
}

/** What the person made of the suggestion, with the difference. */
function Decided({ line }: { readonly line: ReorderLineView }) {
  const t = useText();
  const dropped = line.status === 'dropped';
  if (!dropped && !isEdited(line)) return null;
  const ordered = dropped ? 0 : line.ordered;
  return (
    <tr data-part="decided">
      <th scope="row">{dropped ? t.reorder.note.dropped : t.reorder.panel.changedTo}</th>
      <td className={classes['quiet']}>{signed(ordered - line.suggested)}</td>
      <td>{formatQuantity(ordered)}</td>
    </tr>
  );
}
