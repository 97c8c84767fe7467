import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../../ui/language.tsx';
import { CellMessage, TypedCell } from '../../ui/typing/typed-cell.tsx';
import type { CellMessageProps } from '../../ui/typing/typed-cell.tsx';
import { readDay } from '../../ui/day-field.tsx';
import { LotField } from './lot-field.tsx';
import { noLot } from './sheet-state.ts';
import type { SheetHead, SheetLine } from './sheet-state.ts';
import type { LinePreview } from './use-preview.ts';
import classes from './editor.module.css';

interface ComponentLotsProps {
  readonly line: SheetLine;
  readonly head: SheetHead;
  readonly preview: LinePreview | undefined;
  readonly message: CellMessageProps;
  readonly columns: number;
  readonly onChange: (change: Partial<SheetLine>) => void;
}

/** Under a set: its components with their batches, which can be said where they are not given by the assembly or first expiry. */
export function ComponentLots({ line, head, preview, message, columns, onChange }: ComponentLotsProps) {
  const words = useText().documents;
  const components = line.product?.components ?? [];
  if (components.length === 0) return null;
  const entries = (preview?.entries ?? []).filter(({ role }) => role === 'component');
  return (
    <tr className={classes['components']} data-line={line.key}>
      <td colSpan={columns}>
        <div className={classes['componentList']}>
          {components.map((component) => {
            const own = entries.filter(({ productId }) => productId === component.productId);
            const typed = line.componentLots[component.productId] ?? noLot;
            const set = (lot: typeof typed): void =>
              onChange({ componentLots: { ...line.componentLots, [component.productId]: lot } });
            const units = component.quantity * (line.quantity ?? 0);
            return (
              <div className={classes['component']} key={component.productId}>
                <span className={classes['componentName']} title={component.name}>
                  {words.componentLot({
                    code: `${component.code} ${component.name}`,
                    quantity: formatQuantity(units),
                  })}
                </span>
                <span className={classes['componentLot']}>
                  <LotField
                    productId={component.productId}
                    warehouseId={head.warehouseId}
                    day={head.day}
                    comesIn={head.kind === 'disassembly'}
                    lot={typed}
                    known=""
                    label={`${words.columns.lot} ${component.code}`}
                    placeholder={own
                      .map(({ lot, quantity }) =>
                        words.lotPart({
                          lot: lot ?? words.noBatch,
                          quantity: formatQuantity(Math.abs(quantity)),
                        }),
                      )
                      .join(' / ')}
                    skip={!(component.lotControl && own.length === 0)}
                    error={component.lotControl && own.length === 0 && message.text !== undefined}
                    onChange={set}
                  />
                </span>
                {head.kind === 'disassembly' && typed.code !== '' && typed.lotId === null ? (
                  <span className={classes['componentDay']}>
                    <TypedCell
                      field="expiry"
                      label={`${words.columns.expiry} ${component.code}`}
                      placeholder={words.columns.expiry}
                      value={typed.expiry}
                      error={typed.expiry !== '' && readDay(typed.expiry) === undefined}
                      skip
                      onChange={(expiry) => set({ ...typed, expiry })}
                    />
                  </span>
                ) : null}
              </div>
            );
          })}
        </div>
        <span className={classes['componentMessage']}>
          <CellMessage {...message} />
        </span>
      </td>
    </tr>
  );
}
