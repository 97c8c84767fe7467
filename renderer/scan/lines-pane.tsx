import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import type { SheetProblem } from '#app/core/stock-problems.ts';
import { useText } from '../ui/language.tsx';
import { scanKinds } from './kinds.ts';
import { lastTaken, lineKey, unitsOf } from './session.ts';
import type { ScanLine } from './session.ts';
import type { ExpectedLine, Preview, ScanState } from './state.ts';
import { takenOf } from './take-scan.ts';
import classes from './lines.module.css';
import marks from './marks.module.css';

/** All that was scanned, what is still missing of the order, totals and posting. */
export function LinesPane({ state, onPost }: { readonly state: ScanState; readonly onPost: () => void }) {
  const t = useText().scan;
  const { session, preview, expected, kind, isPosting } = state;
  const last = lastTaken(session)?.lineKey;
  const missing = expected.filter((line) => takenOf(session, line.line) < line.open);
  const headProblems = preview.problems.filter(({ line }) => line === null);
  const unpriced = preview.problems.filter(isPriceMissing).length;
  return (
    <aside className={classes['pane']}>
      <ol className={classes['lines']} data-lines>
        {session.lines.map((line, index) => (
          <Line
            key={lineKey(line)}
            line={line}
            expected={expected.find((one) => one.line === line.orderLine)}
            taken={line.orderLine === null ? 0 : takenOf(session, line.orderLine)}
            isLast={lineKey(line) === last}
            isSelected={index === session.selected}
            preview={preview}
            index={index}
            showsLots={scanKinds[kind].goods === 'out'}
          />
        ))}
        {missing
          .filter((line) => takenOf(session, line.line) === 0)
          .map((line) => (
            <li key={`missing ${line.line}`} className={`${classes['line']} ${classes['lineMissing']}`}>
              <span className={classes['lineName']}>
                <span className={marks['code']}>{line.code}</span> {line.name}
              </span>
              <span className={classes['lineExpected']}>
                {t.expected({ taken: '0', open: formatQuantity(line.open) })}
              </span>
            </li>
          ))}
      </ol>
      <div className={classes['foot']}>
        {headProblems.map((problem) => (
          <Problem key={problem.code} problem={problem} />
        ))}
        {unpriced === 0 ? null : <div className={classes['footNote']}>{t.unpriced({ lines: unpriced })}</div>}
        {expected.length === 0 ? null : (
          <div className={missing.length === 0 ? marks['good'] : classes['footNote']}>
            {missing.length === 0 ? t.complete : t.missing({ lines: missing.length })}
          </div>
        )}
        <div className={classes['totals']}>
          <span>{t.lines({ lines: session.lines.length })}</span>
          <strong className={classes['totalUnits']} data-units>
            {t.units({ units: formatQuantity(unitsOf(session.lines)) })}
          </strong>
          <Button
            size="md"
            onClick={onPost}
            loading={isPosting}
            disabled={session.lines.length === 0}
            rightSection={<kbd className={marks['keyOnButton']}>{t.keys.post}</kbd>}
            tabIndex={-1}
            data-post
          >
            {t.post}
          </Button>
        </div>
      </div>
    </aside>
  );
}

/** Said once for all: nobody types prices with a scanner. */
function isPriceMissing({ code }: SheetProblem): boolean {
  return code === 'price.missing';
}

interface LineProps {
  readonly line: ScanLine;
  readonly index: number;
  readonly expected: ExpectedLine | undefined;
  readonly taken: number;
  readonly isLast: boolean;
  readonly isSelected: boolean;
  readonly preview: Preview;
  readonly showsLots: boolean;
}

function Line({ line, index, expected, taken, isLast, isSelected, preview, showsLots }: LineProps) {
  const t = useText().scan;
  const row = useRef<HTMLLIElement>(null);
  const isCurrent = isLast || isSelected;
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, line.quantity]);
  const problems = preview.problems.filter(
    (problem) => problem.line === index + 1 && !isPriceMissing(problem),
  );
  return (
    <li
      ref={row}
      className={`${classes['line']} ${isLast ? classes['lineLast'] : ''} ${isSelected ? classes['lineSelected'] : ''}`}
      aria-current={isSelected || undefined}
    >
      <span className={classes['lineName']}>
        <span className={marks['code']}>{line.product.code}</span> {line.product.name}
        <span className={classes['lineLot']}>
          {line.lot === null
            ? showsLots
              ? proposed(preview, index, t.byExpiry)
              : ''
            : `${t.lot} ${line.lot.code}${line.lot.expiryDay === null ? '' : `　${line.lot.expiryDay}`}`}
        </span>
        {problems.map((problem) => (
          <Problem key={`${problem.field} ${problem.code}`} problem={problem} />
        ))}
      </span>
      <span className={classes['lineQuantity']}>
        {formatQuantity(line.quantity)}
        {expected === undefined ? null : (
          <span className={`${classes['lineExpected']} ${taken > expected.open ? classes['lineOver'] : ''}`}>
            {t.expected({ taken: formatQuantity(taken), open: formatQuantity(expected.open) })}
          </span>
        )}
      </span>
    </li>
  );
}

/** The batches that go out, first expiry first. */
function proposed({ entries }: Preview, index: number, label: string): string {
  const lots = entries.filter(
    (entry) => entry.sheetLine === index && entry.role === 'main' && entry.lot !== null,
  );
  if (lots.length === 0) return '';
  return `${label}　${lots
    .map(
      ({ lot, expiryDay, quantity }) =>
        `${lot ?? ''} ${expiryDay ?? ''} × ${formatQuantity(Math.abs(quantity))}`,
    )
    .join('　')}`;
}

function Problem({ problem }: { readonly problem: SheetProblem }) {
  const { problems } = useText().stockWords;
  const isError = problem.severity === 'error';
  return (
    <span className={`${classes['lineProblem']} ${isError ? marks['bad'] : marks['warn']}`}>
      {isError ? <IconCircleX size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
      {problems[problem.code](problem)}
    </span>
  );
}
