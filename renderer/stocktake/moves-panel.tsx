import { Button, Text } from '@mantine/core';
import { Link } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { momentText } from '../ui/numbers.tsx';
import { QueryState } from '../ui/states.tsx';
import { Signed } from './difference-columns.tsx';
import type { CountLine } from './shown-lines.ts';
import type { DifferenceWork } from './use-difference-work.ts';
import classes from './stocktake.module.css';

type Movement = OutputOf<'stocktakes.movements'>[number];

interface MovesPanelProps {
  readonly id: string;
  readonly line: number | null;
  readonly work: DifferenceWork;
  readonly editable: boolean;
}

/** What moved since the freeze of the line that is looked at, and whether the count holds it. */
export function MovesPanel({ id, line, work, editable }: MovesPanelProps) {
  const words = useText().stocktake.moves;
  return (
    <aside className={classes['moves']} aria-label={words.title} data-moves>
      {line === null ? (
        <Text size="sm" c="dimmed">
          {words.choose}
        </Text>
      ) : (
        <LineMoves id={id} number={line} work={work} editable={editable} />
      )}
    </aside>
  );
}

interface LineMovesProps extends Omit<MovesPanelProps, 'line'> {
  readonly number: number;
}

function LineMoves({ id, number, work, editable }: LineMovesProps) {
  const input = { id, line: number };
  const line = useApiQuery('stocktakes.differenceLine', input, { keepPrevious: true });
  const movements = useApiQuery('stocktakes.movements', input, { refetchInterval: 5_000 });
  return (
    <QueryState query={line} skeletonRows={4}>
      {(found) => (
        <>
          <LineSum line={found} />
          <QueryState query={movements} skeletonRows={3}>
            {(rows) => <MoveList line={found} rows={rows} work={work} editable={editable} />}
          </QueryState>
        </>
      )}
    </QueryState>
  );
}

function LineSum({ line }: { readonly line: CountLine }) {
  const words = useText().stocktake;
  return (
    <>
      <div className={classes['movesHead']}>
        <span className={classes['code']}>{line.code}</span> {line.name}
        {line.lot === null ? null : <span className={classes['quiet']}> {line.lot}</span>}
      </div>
      <div className={classes['equation']} title={words.moves.equationLabel}>
        {words.moves.equation({
          counted: formatQuantity(line.counted ?? 0),
          book: formatQuantity(line.book ?? 0),
          included: formatQuantity(line.included),
          difference: formatQuantity(line.difference ?? 0),
        })}
      </div>
      <Text size="xs" c="dimmed">
        {words.moves.equationLabel}
      </Text>
      {line.countedAt === null ? null : (
        <Text size="xs" c="dimmed">
          {[words.moves.countedAt({ at: momentText(line.countedAt) }), line.countedBy].join(' · ')}
        </Text>
      )}
    </>
  );
}

interface MoveListProps {
  readonly line: CountLine;
  readonly rows: readonly Movement[];
  readonly work: DifferenceWork;
  readonly editable: boolean;
}

function MoveList({ line, rows, work, editable }: MoveListProps) {
  const words = useText().stocktake.moves;
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed" mt={12}>
        {words.none}
      </Text>
    );
  const last = rows.at(-1)?.seq ?? 0;
  const open = rows.filter(({ isOpen }) => isOpen);
  return (
    <>
      <div className={classes['movesTitle']}>{words.title}</div>
      <ol className={classes['moveList']}>
        {rows.map((row) => (
          <MoveRow
            key={row.seq}
            row={row}
            line={line}
            // Splitting makes sense only where something comes after it.
            onUpTo={
              editable && row.isOpen && row.seq !== last
                ? () => work.say(line, 'included', row.seq)
                : undefined
            }
          />
        ))}
      </ol>
      {editable && open.length > 0 ? (
        <>
          <Text size="sm" fw={500} mt={8}>
            {words.question}
          </Text>
          <div className={classes['verdicts']}>
            <Button
              variant="default"
              onClick={() => work.say(line, 'included', last)}
              data-verdict="included"
            >
              {words.included}
            </Button>
            <Button variant="default" onClick={() => work.say(line, 'after', last)} data-verdict="after">
              {words.after}
            </Button>
          </div>
        </>
      ) : null}
      {editable && open.length < rows.length ? (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => work.sayAgain(line)}>
          {words.again}
        </Button>
      ) : null}
    </>
  );
}

interface MoveRowProps {
  readonly row: Movement;
  readonly line: CountLine;
  readonly onUpTo: (() => void) | undefined;
}

function MoveRow({ row, line, onUpTo }: MoveRowProps) {
  const t = useText();
  const words = t.stocktake.moves;
  const isBefore = line.countedAt !== null && row.postedAt <= line.countedAt;
  return (
    <li className={classes['move']} data-open={row.isOpen || undefined}>
      <span className={classes['moveHead']}>
        <Link href={`/documents/${row.documentId}`}>{row.number}</Link>
        <Signed value={row.quantity} strong />
      </span>
      <span className={classes['quiet']}>
        {[
          t.stockWords.kinds[row.kind],
          row.day,
          isBefore ? words.before : words.later,
          row.isOpen ? words.open : words.said,
        ].join(' · ')}
      </span>
      {onUpTo === undefined ? null : (
        <Button variant="subtle" size="compact-xs" onClick={onUpTo}>
          {words.upTo}
        </Button>
      )}
    </li>
  );
}
