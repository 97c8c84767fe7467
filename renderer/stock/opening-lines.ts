import type { BusinessDay } from '#app/core/business-day.ts';
import { parseBusinessDay } from '#app/core/business-day.ts';

interface OpeningProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
}

/** As a line keeps it. */
export function openingProduct({ id, code, name, unit }: OpeningProduct): OpeningProduct {
  return { id, code, name, unit };
}

/** One line of the grid as it is being typed. */
export interface OpeningLine {
  readonly key: string;
  readonly product: OpeningProduct | null;
  /** What stands in the product field while no product is chosen. */
  readonly text: string;
  readonly warehouse: string;
  readonly lot: string;
  readonly expiry: string;
  readonly quantity: number | null;
}

export type LineProblem =
  | { readonly field: 'product'; readonly kind: 'unknown' | 'missing' }
  | { readonly field: 'product'; readonly kind: 'repeated'; readonly line: number }
  | { readonly field: 'expiry'; readonly kind: 'wrong' | 'expired' }
  | { readonly field: 'lot'; readonly kind: 'missing' }
  | { readonly field: 'quantity'; readonly kind: 'missing' | 'large' };

/** Nothing was typed yet: such lines are left out when posting. */
export function isBlank(line: OpeningLine): boolean {
  return (
    line.product === null &&
    line.text.trim() === '' &&
    line.quantity === null &&
    line.lot.trim() === '' &&
    line.expiry.trim() === ''
  );
}

/** `20270630`, `2027/6/30`, `2027.6.30` and full-width digits are forgiven; undefined is not a day. */
export function readExpiry(text: string): BusinessDay | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/u.exec(plain);
  if (match === null) return undefined;
  return parseBusinessDay(
    `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`,
  );
}

function identity(line: OpeningLine): string {
  return [line.product?.id ?? '', line.warehouse, line.lot.trim().toUpperCase()].join('\u001F');
}

/** What is not right yet in each line, by line key. A blank line has nothing wrong. */
export function problemsOf(
  lines: readonly OpeningLine[],
  today: BusinessDay,
): ReadonlyMap<string, readonly LineProblem[]> {
  const firstSeen = new Map<string, number>();
  const result = new Map<string, readonly LineProblem[]>();
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) continue;
    const earlier = line.product === null ? undefined : firstSeen.get(identity(line));
    if (line.product !== null && earlier === undefined) firstSeen.set(identity(line), index + 1);
    const problems = [
      ...productProblems(line, earlier),
      ...lotProblems(line, today),
      ...quantityProblems(line),
    ];
    if (problems.length > 0) result.set(line.key, problems);
  }
  return result;
}

function productProblems(line: OpeningLine, earlier: number | undefined): LineProblem[] {
  if (line.product === null)
    return [{ field: 'product', kind: line.text.trim() === '' ? 'missing' : 'unknown' }];
  return earlier === undefined ? [] : [{ field: 'product', kind: 'repeated', line: earlier }];
}

function lotProblems(line: OpeningLine, today: BusinessDay): LineProblem[] {
  const expiry = readExpiry(line.expiry);
  if (expiry === undefined) return [{ field: 'expiry', kind: 'wrong' }];
  if (expiry === null) return [];
  if (line.lot.trim() === '') return [{ field: 'lot', kind: 'missing' }];
  return expiry < today ? [{ field: 'expiry', kind: 'expired' }] : [];
}

/** More than this of one lot is rather a day or a barcode that was typed into the wrong field. */
const largeQuantity = 999_999;

function quantityProblems(line: OpeningLine): LineProblem[] {
  if (line.quantity === null || line.quantity < 0) return [{ field: 'quantity', kind: 'missing' }];
  return line.quantity > largeQuantity ? [{ field: 'quantity', kind: 'large' }] : [];
}

/** Expired goods are counted too, and large counts exist: the word is shown, but posting is not refused. */
export function isBlocking(problem: LineProblem): boolean {
  return problem.kind !== 'expired' && problem.kind !== 'large';
}

export interface OpeningTotals {
  readonly lines: number;
  readonly units: number;
  readonly blocked: number;
}

export function totalsOf(
  lines: readonly OpeningLine[],
  problems: ReadonlyMap<string, readonly LineProblem[]>,
): OpeningTotals {
  const filled = lines.filter((line) => !isBlank(line));
  return {
    lines: filled.length,
    units: filled.reduce((sum, line) => sum + (line.quantity ?? 0), 0),
    blocked: filled.filter((line) => problems.get(line.key)?.some(isBlocking) === true).length,
  };
}
