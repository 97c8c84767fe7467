import type { Field } from '#app/exchange/kinds.ts';
import type { ProblemSeverity } from '#app/exchange/problem-types.ts';
import type { ProblemGroup } from '#app/exchange/views.ts';

/** One kind of problem in one sheet, in all its fields. */
export interface GroupRow extends Pick<ProblemGroup, 'code' | 'severity' | 'sheet' | 'count'> {
  readonly fields: readonly Field[];
}

const order: Readonly<Record<ProblemSeverity, number>> = {
  rejection: 0,
  duplicate: 1,
  warning: 2,
  repair: 3,
};

/** Groups with the fields taken together: worst first, then the most frequent. */
export function groupRows(groups: readonly ProblemGroup[]): GroupRow[] {
  const rows = new Map<string, GroupRow>();
  for (const { code, severity, sheet, field, count } of groups) {
    const key = JSON.stringify([severity, code, sheet]);
    const row = rows.get(key) ?? { code, severity, sheet, count: 0, fields: [] };
    const fields = field === null || row.fields.includes(field) ? row.fields : [...row.fields, field];
    rows.set(key, { ...row, count: row.count + count, fields });
  }
  return [...rows.values()].toSorted(
    (left, right) => order[left.severity] - order[right.severity] || right.count - left.count,
  );
}
