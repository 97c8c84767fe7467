import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { parseBusinessDay } from '#app/core/business-day.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { mutate } from '../api/client.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import type { OutputOf } from '../api/contract.ts';
import { BackTo } from '../ui/back-to.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { localToday } from '../ui/local-today.ts';
import { Page } from '../ui/page.tsx';
import { QueryState } from '../ui/states.tsx';
import { isBlank, problemsOf, readExpiry, totalsOf } from './opening-lines.ts';
import type { OpeningLine } from './opening-lines.ts';
import { GridHead, OpeningFoot, OpeningHead } from './opening-parts.tsx';
import { OpeningRow } from './opening-row.tsx';
import { useOpeningLines } from './use-opening-lines.ts';
import { usePaste } from './use-paste.ts';
import { onGridKey } from '../ui/typing/grid-keys.ts';
import typing from '../ui/typing/typing.module.css';
import { focusLine, focusNext } from '../ui/typing/walk-cells.ts';
import classes from './opening.module.css';

/** Opening stock typed in, line by line, like a spreadsheet. */
export function OpeningPage() {
  const t = useText();
  const answer = useApiQuery('stock.warehouses');
  return (
    <Page title={t.stock.opening.title} leading={<BackTo href="/stock" />} flush>
      <QueryState query={answer}>{(warehouses) => <OpeningGrid warehouses={warehouses} />}</QueryState>
    </Page>
  );
}

type Warehouses = OutputOf<'stock.warehouses'>;

function OpeningGrid({ warehouses }: { readonly warehouses: Warehouses }) {
  const words = useText().stock.opening;
  const [, navigate] = useLocation();
  const root = useRef<HTMLDivElement>(null);
  const today = localToday();
  const opening = useOpeningLines(warehouses[0]?.code ?? '');
  const [day, setDay] = useState<string>(today);
  const [strict, setStrict] = useState(false);
  const problems = problemsOf(opening.lines, today);
  const totals = totalsOf(opening.lines, problems);
  const post = usePost(opening.lines, day, (posted) => {
    opening.clear();
    setStrict(false);
    if (posted === null) return notifyDone(words.nothingNew);
    notifyDone(words.saved({ number: posted.number }));
    return navigate(`/documents/${posted.id}`);
  });
  const moveOn = (from: Element | null): void => {
    if (from !== null && root.current !== null) focusNext(root.current, from, opening.add);
  };
  const remove = (key: string): void => {
    const index = opening.lines.findIndex((line) => line.key === key);
    opening.remove(key);
    if (root.current !== null) focusLine(root.current, index);
  };
  const paste = usePaste(opening, warehouses);
  const tryPost = async (): Promise<void> => {
    setStrict(true);
    if (totals.blocked === 0 && totals.lines > 0 && parseBusinessDay(day) !== undefined) await post(totals);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.key === 'F9') void tryPost();
    onGridKey(event, root.current, { addLine: opening.add, remove });
  };
  return (
    <>
      <OpeningHead day={day} onDay={setDay} />
      <div className={classes['scroll']} ref={root}>
        <table
          className={typing['grid']}
          role="grid"
          aria-label={words.title}
          onKeyDown={onKeyDown}
          onPaste={paste}
        >
          <GridHead />
          <tbody>
            {opening.lines.map((line, index) => (
              <OpeningRow
                key={line.key}
                index={index}
                line={line}
                problems={problems.get(line.key) ?? []}
                strict={strict}
                warehouses={warehouses}
                onChange={opening.change}
                onRemove={remove}
                onProductChosen={moveOn}
              />
            ))}
          </tbody>
        </table>
      </div>
      <OpeningFoot totals={totals} strict={strict} onAdd={opening.add} onPost={() => void tryPost()} />
    </>
  );
}

interface Posted {
  readonly id: string;
  readonly number: string;
}

/** Asks, posts, and hands over the document; null where the books agreed with the count. */
function usePost(
  lines: readonly OpeningLine[],
  day: string,
  onPosted: (document: Posted | null) => void,
): (totals: { lines: number; units: number }) => Promise<void> {
  const words = useText().stock.opening;
  const confirm = useConfirm();
  return async (totals) => {
    const agreed = await confirm({
      title: words.confirmTitle,
      effects: [
        words.confirmLines({ lines: totals.lines, units: formatQuantity(totals.units) }),
        words.confirmDifference,
      ],
      note: words.confirmNote,
      action: words.save,
    });
    if (!agreed) return;
    try {
      const filled = lines.filter((line) => !isBlank(line));
      const posted = await mutate('stock.saveOpening', {
        day: day,
        lines: filled.map((line) => ({
          productCode: line.product?.code ?? '',
          warehouseCode: line.warehouse,
          quantity: line.quantity ?? 0,
          ...(line.lot.trim() === '' ? {} : { lot: line.lot.trim() }),
          ...(line.expiry.trim() === '' ? {} : { expiryDay: readExpiry(line.expiry) ?? line.expiry }),
        })),
      });
      await invalidate('stock', 'documents', 'products', 'home');
      onPosted(posted.document);
    } catch (error) {
      notifyFailure(error);
    }
  };
}
