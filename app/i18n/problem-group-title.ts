import type { SheetProblemCode } from '../core/stock-problems.ts';
import type { ProblemCode } from '../exchange/problem-types.ts';
import type { Catalogue } from './zh-CN.ts';

const documentPrefix = 'document.';

/** A kind of problem in a few words, for a whole group of them. */
export function problemGroupTitle({ imports, stockWords }: Catalogue, code: ProblemCode): string {
  const { groups, documentGroups } = imports.check;
  if (Object.hasOwn(groups, code)) return groups[code as keyof typeof groups];
  const own = code.slice(documentPrefix.length) as SheetProblemCode;
  return documentGroups[own] ?? stockWords.problems[own]({ found: '…', expected: '…' });
}
