import type { Cell } from './sheet.ts';

/** A number as a person would type it: no exponent, no binary tail (0.1 + 0.2 is `0.3`). */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1
    ? BigInt(Math.round(value)).toString()
    : value.toFixed(20).replace(/\.?0+$/u, '');
}

/** What a cell shows, as text: days as `YYYY-MM-DD`, errors as `#N/A`, nothing as ''. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return plainNumber(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return 'day' in cell ? cell.day : cell.error;
}

/** Nothing, or text that shows nothing. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
