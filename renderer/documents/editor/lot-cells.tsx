import { formatQuantity } from '#app/core/quantity.ts';
import type { SheetForm } from '#app/stock/sheet-form.ts';
import { readDay } from '../../ui/day-field.tsx';
import { useText } from '../../ui/language.tsx';
import { CellMessage, TypedCell } from '../../ui/typing/typed-cell.tsx';
import type { CellMessageProps } from '../../ui/typing/typed-cell.tsx';
import { LotField } from './lot-field.tsx';
import { asksLotReason } from './lot-reason.ts';
import type { LotTyped, SheetHead, SheetLine } from './sheet-state.ts';
import type { LinePreview } from './use-preview.ts';
import classes from './editor.module.css';

interface LotCellProps {
  readonly line: SheetLine;
  readonly head: Pick<SheetHead, 'warehouseId' | 'day'>;
  readonly form: SheetForm;
  readonly preview: LinePreview | undefined;
  readonly message: CellMessageProps;
  readonly onChange: (change: Partial<SheetLine>) => void;
}

/** The main movements of a line: those whose batches are its own. */
function ownEntries(preview: LinePreview | undefined): LinePreview['entries'] {
  return (preview?.entries ?? []).filter(({ role }) => role === 'main');
}

/** Whether the line's goods come in, so that a new batch may be named. */
export function comesIn(form: SheetForm, line: SheetLine): boolean {
  return form.direction === 'in' || (form.direction === 'both' && (line.quantity ?? 0) >= 0);
}

/** The batch, what first expiry proposes where none is said, and why another one was taken. */
export function LotCell({ line, head, form, preview, message, onChange }: LotCellProps) {
  const words = useText().documents;
  const inward = comesIn(form, line);
  const entries = ownEntries(preview);
  const isBound = line.originLine !== null;
  const isProposed = !isBound && line.lot.code === '' && line.lot.lotId === null;
  const [first] = entries;
  const asksReason = asksLotReason(line.lotReason, preview?.problems ?? []);
  const wantsLot = inward && line.product?.lotControl === true && isProposed && !isBound;
  return (
    <>
      <LotField
        productId={line.product?.id ?? null}
        warehouseId={head.warehouseId}
        day={head.day}
        comesIn={inward}
        lot={line.lot}
        known={isProposed ? '' : (first?.lot ?? '')}
        label={words.columns.lot}
        placeholder={line.product === null || inward ? '' : words.fefo}
        skip={!wantsLot}
        error={message.text !== undefined && !message.soft}
        readOnly={isBound}
        onChange={(lot) => onChange({ lot })}
      />
      {isProposed && !inward ? <Proposal entries={entries} /> : null}
      {asksReason ? (
        <TypedCell
          field="lotReason"
          label={words.lotReason}
          placeholder={words.lotReason}
          value={line.lotReason}
          onChange={(lotReason) => onChange({ lotReason })}
        />
      ) : null}
      <CellMessage {...message} />
    </>
  );
}

/** The batches that posting would take, one below the other. */
function Proposal({ entries }: { readonly entries: LinePreview['entries'] }) {
  const t = useText();
  const words = t.documents;
  if (entries.length === 0 || (entries.length === 1 && entries[0]?.lotId === null)) return null;
  return (
    <span className={classes['proposal']}>
      {entries.map(({ lotId, lot, quantity }) => (
        <span key={lotId ?? ''}>
          {words.lotPart({ lot: lot ?? words.noBatch, quantity: formatQuantity(Math.abs(quantity)) })}
        </span>
      ))}
    </span>
  );
}

interface DayCellProps {
  readonly field: 'production' | 'expiry';
  readonly lot: LotTyped;
  /** What is known or worked out where nothing is typed. */
  readonly known: string;
  readonly skip: boolean;
  readonly onChange: (lot: LotTyped) => void;
}

/** A day of a new batch as typed; a batch that is known has its own. */
function LotDayCell({ field, lot, known, skip, onChange }: DayCellProps) {
  const t = useText();
  const typed = lot[field];
  const wrong = typed.trim() !== '' && readDay(typed) === undefined;
  return (
    <>
      <TypedCell
        field={field}
        label={t.documents.columns[field]}
        value={typed}
        placeholder={known}
        error={wrong}
        skip={skip}
        readOnly={lot.lotId !== null}
        onChange={(text) => onChange({ ...lot, [field]: text })}
        onLeave={() => {
          const read = readDay(typed);
          if (read !== undefined && read !== typed) onChange({ ...lot, [field]: read });
        }}
      />
      <CellMessage text={wrong ? t.kit.day.wrong : undefined} soft={false} />
    </>
  );
}

type LotDaysProps = Omit<LotCellProps, 'message'>;

export function ProductionCell({ line, form, preview, onChange }: LotDaysProps) {
  if (!comesIn(form, line) || line.originLine !== null) return null;
  const [entry] = ownEntries(preview);
  const wanted = line.lot.code !== '' && line.lot.lotId === null && (entry?.expiryDay ?? null) === null;
  return (
    <LotDayCell
      field="production"
      lot={line.lot}
      known=""
      skip={!wanted}
      onChange={(lot) => onChange({ lot })}
    />
  );
}

/** The expiry of a new batch is typed or follows from its production day; that of a known one is shown. */
export function ExpiryCell({ line, form, preview, onChange }: LotDaysProps) {
  const entries = ownEntries(preview);
  const [entry] = entries;
  const isTyped = comesIn(form, line) && !form.isArrival && line.originLine === null;
  // Beside the proposed batches, line by line.
  const isBesides = line.lot.code === '' && line.lot.lotId === null && line.originLine === null;
  if (!isTyped && isBesides && entries.every(({ lotId }) => lotId === null)) return null;
  if (line.originLine !== null && entries.length === 0)
    return <span className={classes['readOnly']}>{line.lot.expiry}</span>;
  if (!isTyped)
    return (
      <span className={classes[isBesides ? 'proposedDays' : 'readOnly']}>
        {entries.map(({ lotId, expiryDay }) => (
          <span key={lotId ?? ''}>{expiryDay ?? '—'}</span>
        ))}
      </span>
    );
  const known = entry?.expiryDay ?? '';
  const wanted = line.lot.code !== '' && line.lot.lotId === null && known === '';
  return (
    <LotDayCell
      field="expiry"
      lot={line.lot}
      known={known}
      skip={!wanted}
      onChange={(lot) => onChange({ lot })}
    />
  );
}
