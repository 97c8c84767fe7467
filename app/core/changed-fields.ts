import type { FieldChange } from './errors.ts';
import { formatFen } from './fen.ts';
import type { Fen } from './fen.ts';

type Value = string | number | boolean | null | undefined;

/** Fields whose numbers are fen. */
const money: ReadonlySet<string> = new Set(['listPrice', 'purchasePrice']);

/** What differs between what a person saw and what is there now, of the fields that they saw. */
export function changedFields(
  seen: Readonly<Record<string, Value>>,
  now: Readonly<Record<string, unknown>>,
): FieldChange[] {
  return Object.keys(seen).flatMap((field) => {
    const before = seen[field];
    const after = now[field] as Value;
    if (before === undefined || before === after) return [];
    return [{ field, before: asText(field, before), after: asText(field, after) }];
  });
}

function asText(field: string, value: Value): string {
  if (value === null || value === undefined) return '';
  return money.has(field) && typeof value === 'number' ? formatFen(value as Fen) : String(value);
}
