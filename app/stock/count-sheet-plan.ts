import type { CountConflict, CountProblem, CountProblemCode } from '../core/count-problems.ts';
import { cellText, isBlank } from '../exchange/cell-text.ts';
import { readQuantity } from '../exchange/read-number.ts';
import { readCountSheetKey } from './count-sheet-key.ts';
import type { SheetKey } from './count-sheet-key.ts';
import type { CountSheetContent, CountSheetField, CountSheetRow } from './count-sheet-read.ts';
import type {
  CountSheetPlan,
  CountToAdd,
  CountToWrite,
  KnownCount,
  KnownCountLine,
} from './count-sheet-types.ts';
import { isSameLotCode } from './lot-code.ts';

interface Planning {
  readonly content: CountSheetContent;
  readonly known: KnownCount;
  readonly byLine: ReadonlyMap<number, KnownCountLine>;
  /** Lines of each product. */
  readonly byProduct: ReadonlyMap<string, readonly KnownCountLine[]>;
  readonly problems: CountProblem[];
  /** The first row of each line or of goods that are not on the list. */
  readonly seen: Map<string, number>;
}

/** What the rows of a count sheet come to: every problem by its cell at once, and what is to be written if there is none. */
export function planCountSheet(content: CountSheetContent, known: KnownCount): CountSheetPlan {
  const planning: Planning = {
    content,
    known,
    byLine: new Map(known.lines.map((line) => [line.line, line])),
    byProduct: Map.groupBy(known.lines, ({ productId }) => productId),
    problems: [],
    seen: new Map(),
  };
  const counts: CountToWrite[] = [];
  const additions: CountToAdd[] = [];
  const conflicts: CountConflict[] = [];
  let unchanged = 0;
  let empty = 0;
  for (const row of content.rows) {
    if (isBlank(row.counted)) {
      empty += 1;
      continue;
    }
    const counted = readCounted(planning, row);
    const target = findTarget(planning, row);
    if (target === undefined || counted === undefined || isRepeated(planning, row, target)) continue;
    if ('add' in target) additions.push({ ...target.add, counted, note: row.note });
    else if (saysNothingNew(target, counted)) unchanged += 1;
    else if (target.line.posted || wasChanged(target)) conflicts.push(conflictOf(target.line, counted));
    else counts.push({ line: target.line.line, counted, note: row.note });
  }
  return { problems: planning.problems, counts, additions, conflicts, unchanged, empty };
}

type Target =
  | { readonly line: KnownCountLine; readonly key: SheetKey | null }
  | { readonly add: { readonly productId: string; readonly lotId: string | null } };

type ListTarget = Extract<Target, { line: KnownCountLine }>;

/** The quantity is what is known, or what the sheet said from the beginning. */
function saysNothingNew({ line, key }: ListTarget, counted: number): boolean {
  if (key !== null && key.counted === counted) return true;
  return line.counted === counted && !line.recount;
}

function wasChanged({ line, key }: ListTarget): boolean {
  return key === null ? line.counted !== null && !line.recount : line.version !== key.version;
}

function findTarget(planning: Planning, row: CountSheetRow): Target | undefined {
  if (row.key === '') return findByGoods(planning, row);
  const key = readCountSheetKey(row.key);
  const line = key === undefined ? undefined : planning.byLine.get(key.line);
  if (key === undefined || (line === undefined && key.number === planning.known.number))
    return report(planning, row, 'key', 'key.unknown', row.key);
  if (key.number !== planning.known.number || line === undefined)
    return report(planning, row, 'key', 'key.otherCount', key.number, planning.known.number);
  // Some columns were sorted and others not: the quantities stand beside the wrong goods.
  if (row.code !== '' && row.code !== line.code)
    return report(planning, row, 'code', 'key.mismatch', row.code, line.code);
  if (
    row.code !== '' &&
    planning.content.letters.lot !== undefined &&
    !isSameLotCode(row.lot, line.lot ?? '')
  )
    return report(planning, row, 'lot', 'key.mismatch', row.lot, line.lot ?? '');
  return { line, key };
}

/** A row that a person added: known by code or barcode, and by its batch. */
function findByGoods(planning: Planning, row: CountSheetRow): Target | undefined {
  const found = planning.known.products.get(row.code) ?? [];
  const [product] = found;
  if (product === undefined) return report(planning, row, 'code', 'product.unknown', row.code);
  if (found.length > 1) return report(planning, row, 'code', 'product.several', row.code);
  const own = planning.byProduct.get(product.id) ?? [];
  if (row.lot === '' && own.length > 1) return report(planning, row, 'lot', 'lot.missing', row.code);
  const line = row.lot === '' ? own[0] : own.find(({ lot }) => lot !== null && isSameLotCode(lot, row.lot));
  if (line !== undefined) return { line, key: null };
  if (row.lot === '') return { add: { productId: product.id, lotId: null } };
  const lotId =
    product.lots.get(row.lot) ?? [...product.lots].find(([code]) => isSameLotCode(code, row.lot))?.[1];
  if (lotId === undefined) return report(planning, row, 'lot', 'lot.unknown', row.lot);
  return { add: { productId: product.id, lotId } };
}

function isRepeated(planning: Planning, row: CountSheetRow, target: Target): boolean {
  const key =
    'add' in target ? `${target.add.productId} ${target.add.lotId ?? ''}` : String(target.line.line);
  const first = planning.seen.get(key);
  if (first === undefined) planning.seen.set(key, row.row);
  else report(planning, row, 'code', 'row.repeated', row.code, String(first));
  return first !== undefined;
}

function readCounted(planning: Planning, row: CountSheetRow): number | undefined {
  const { value, code, expected } = readQuantity(row.counted, planning.content.textFile);
  const found = cellText(row.counted);
  if (value === null) {
    const known = code === 'cell.error' || code === 'quantity.notWhole' ? code : 'quantity.invalid';
    return report(planning, row, 'counted', known, found, expected);
  }
  if (value < 0) return report(planning, row, 'counted', 'quantity.negative', found);
  if (code !== null)
    planning.problems.push({
      cell: cellOf(planning, row, 'counted'),
      code: 'quantity.text',
      severity: 'warning',
      found,
      expected,
    });
  return value;
}

function report(
  planning: Planning,
  row: CountSheetRow,
  field: CountSheetField,
  code: CountProblemCode,
  found: string,
  expected = '',
): undefined {
  planning.problems.push({ cell: cellOf(planning, row, field), code, severity: 'error', found, expected });
  return undefined;
}

function cellOf({ content }: Planning, { row }: CountSheetRow, field: CountSheetField): string {
  return `${content.letters[field] ?? content.letters.code ?? 'A'}${row}`;
}

function conflictOf(line: KnownCountLine, yours: number): CountConflict {
  return {
    line: line.line,
    product: `${line.code} ${line.name}`,
    lot: line.lot,
    yours,
    theirs: line.counted,
    by: line.by,
    at: line.at,
    posted: line.posted,
  };
}
