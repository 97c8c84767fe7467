import { formatQuantity } from '#app/core/quantity.ts';
import { partLabel, signed } from '#app/replenishment/explain.ts';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';
import { isEdited } from './plan-after.ts';
import { barPlace, waterfallOf } from './waterfall.ts';
import type { Waterfall } from './waterfall.ts';
import classes from './panel.module.css';

type Part = Parameters<typeof partLabel>[1];
type Kind = Part['kind'];

interface BarRow {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const rounding: ReadonlySet<Kind> = new Set(['moq', 'pack', 'enough', 'rounding', 'multiple']);

function signOf(kind: Kind, quantity: number): 'plus' | 'minus' | 'round' | 'total' {
  if (kind === 'total') return 'total';
  if (rounding.has(kind)) return 'round';
  return quantity < 0 ? 'minus' : 'plus';
}

/** Several effects may move demand; each stands once. */
function keyOf({ kind, effect }: Part): string {
  return effect === undefined ? kind : `${kind} ${effect.kind} ${effect.name}`;
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
      part: step.part,
      from: step.before,
      to: step.after,
      text: signed(step.quantity),
    })),
    { part: { kind: 'total' }, from: 0, to: waterfall.total, text: `= ${formatQuantity(waterfall.total)}` },
  ];
  return (
    <section className={classes['block']}>
      <h3>{t.reorder.panel.why}</h3>
      <table className={classes['waterfall']} data-waterfall>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row.part)} data-total={row.part.kind === 'total'} data-part={row.part.kind}>
              <th scope="row">{partLabel(t.reorder.explanation, row.part, line, serviceLevel)}</th>
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
          data-sign={signOf(row.part.kind, row.to - row.from)}
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
